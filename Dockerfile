# Two stages: npm fills static/vendor, and only that is taken along.
FROM node:22-bookworm-slim AS aktiver
RUN apt-get update && apt-get install -y --no-install-recommends python3 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY bin/vaerktoej/aktiver.py bin/vaerktoej/
RUN mkdir static && python3 bin/vaerktoej/aktiver.py

FROM python:3.13-slim-bookworm
ENV PYTHONUNBUFFERED=1 PYTHONUTF8=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY requirements/drift.txt requirements/
RUN pip install --require-hashes --no-deps -r requirements/drift.txt
COPY . .
COPY --from=aktiver /app/static/vendor static/vendor
# collectstatic reads the settings but neither the database nor the queue; the key is thrown away with the layer.
RUN HEMMELIG_NOEGLE="$(python -c 'import secrets; print(secrets.token_urlsafe(50))')" \
    DATABASE_URL=postgresql:///helhedsplan REDIS_URL=redis://redis \
    python manage.py collectstatic --noinput --verbosity 0 \
    && useradd --system --home-dir /app helhedsplan && mkdir /media && chown helhedsplan /media
ENV MEDIA_MAPPE=/media
VOLUME /media
USER helhedsplan
EXPOSE 8000
CMD ["gunicorn", "-w", "2", "--no-control-socket", "--bind", "0.0.0.0:8000", "helhedsplan.wsgi"]
