"""bin/bench's databases: `kopi NAVN` copies the one at hand, `statistik` lets the planner see what is in it."""

import json
import sys

import benchapp  # noqa: F401 - sets Django up
import psycopg
from django.conf import settings
from django.db import connection

KOMMANDO, *NAVNE = sys.argv[1:]
if KOMMANDO == "kopi":
    # a connection to the copied database itself would stand in the way
    egen = settings.DATABASES["default"]
    mal = psycopg.conninfo.make_conninfo(
        dbname="postgres", user=egen["USER"], password=egen["PASSWORD"], host=egen["HOST"], port=egen["PORT"]
    )
    with psycopg.connect(mal, autocommit=True) as postgres:
        postgres.execute(f'DROP DATABASE IF EXISTS "{NAVNE[0]}" WITH (FORCE)')
        postgres.execute(f'CREATE DATABASE "{NAVNE[0]}" TEMPLATE "{egen["NAME"]}"')
else:
    with connection.cursor() as markoer:
        markoer.execute("ANALYZE")
print(json.dumps(None))
