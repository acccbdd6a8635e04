"""The budget as a grid of fields: every cell is read as a Dane or a spreadsheet writes an amount."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, replace
from decimal import Decimal
from typing import Any

from django import forms
from django.core import signing

from aftaler.forms.budget import steder
from aftaler.forms.felter import FOR_LANG, VAELG, Beloebfelt
from aftaler.models import Helhedsplan, Omkostningstype
from aftaler.reports.budgetnet import Celler, Net
from aftaler.rules.budgetnet import Celle, Raekke, Staar, lagt_sammen, skriv
from aftaler.services.budgetnet import Sammenstoed
from kerne.forms import Form

NYE_RAEKKER = 2
SALT = "budgetnet"
GAMMEL = "Siden var for gammel. Åbn nettet igen; det, du skrev, står her endnu."
FINDES = "Rækken findes i forvejen. Skriv beløbet i den, eller giv den nye en tekst, der skiller dem ad."


@dataclass(frozen=True)
class Vist:
    """One row of the grid on the page: its words, its fields, and what they sum to so far."""

    navn: str
    tekst: str
    felter: tuple[Any, ...]
    i_alt: str
    valg: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Gruppe:
    """The rows of one place, and the sums of its columns, the last one of them all."""

    noegle: str
    navn: str
    slags: str
    raekker: tuple[Vist, ...]
    summer: tuple[str, ...]


class NetForm(Form):
    """`c<row>_<year>` is a cell, year 0 the unknown. What stood when the grid was opened comes along, signed."""

    def __init__(self, data: Any = None, *, plan: Helhedsplan, net: Net) -> None:
        super().__init__(data)
        self.plan, self.steder = plan, steder(plan)
        self.typer = dict(Omkostningstype.objects.values_list("pk", "navn"))
        self.kilder = {et.pk: et.navn for et in plan.finansieringskilder.all()}
        self.aar, raekker = net.aar, net.raekker
        self.er_gammel = False
        if data is not None:
            try:
                self.aar, raekker = _pak_ud(data.get("stod", ""), plan)
            except signing.BadSignature:
                self.er_gammel = True
        orden = list(self.steder)
        self.raekker = sorted(raekker.items(), key=lambda et: orden.index(et[0].sted) if et[0].sted in orden else 99)
        for nr, (raekke, celler) in enumerate(self.raekker):
            self._felter(nr, self.navn(raekke), celler)
        for nr in self.nye:
            self._ny_raekke(nr)

    @property
    def nye(self) -> range:
        """The numbers of the rows that are offered empty."""
        return range(len(self.raekker), len(self.raekker) + NYE_RAEKKER)

    @property
    def stod(self) -> str:
        """What stood in every cell, to be sent along and back."""
        pakket = [[*astuple(raekke), [[aar, *map(str, astuple(et))] for aar, et in celler.items()]]
                  for raekke, celler in self.raekker]  # fmt: skip
        return signing.dumps([self.aar, pakket], salt=_salt(self.plan), compress=True)

    def navn(self, raekke: Raekke) -> str:
        """ "5.1 Tryghed, Landsbyggefonden, Løn"."""
        sted = self.steder[raekke.sted][0] if raekke.sted in self.steder else "Sted, der er slettet"
        led = [sted, self.i_ord(raekke), raekke.tekst]
        return ", ".join(et for et in dict.fromkeys(led) if et)

    def i_ord(self, raekke: Raekke) -> str:
        """Who pays and what for; the row's own text where neither is stated."""
        led = [self.kilder.get(raekke.kilde, ""), self.typer.get(raekke.type, "")]
        return ", ".join(et for et in led if et) or raekke.tekst or "Giver og type ikke oplyst"

    def clean(self) -> dict[str, Any]:
        rene = super().clean()
        if self.er_gammel:
            self.add_error(None, GAMMEL)
        findes = {replace(raekke, nr=0) for raekke, _ in self.raekker}
        for nr in self.nye:
            har_beloeb = any(rene.get(navn) is not None for _, navn in self._navne(nr))
            if har_beloeb and not rene.get(f"sted{nr}") and f"sted{nr}" not in self.errors:
                self.add_error(f"sted{nr}", "Vælg, hvor beløbet hører til.")
            elif har_beloeb and self._ny(nr) in findes:
                self.add_error(f"sted{nr}", FINDES)
        return rene

    @property
    def celler(self) -> list[Celle]:
        """Every cell as it stood and as it is now; the form is valid."""
        ud = [
            Celle(raekke, aar, celler.get(aar), self.cleaned_data[navn])
            for nr, (raekke, celler) in enumerate(self.raekker)
            for aar, navn in self._navne(nr)
        ]
        for nr in self.nye:
            if self.cleaned_data[f"sted{nr}"]:
                ud += [Celle(self._ny(nr), aar, None, self.cleaned_data[navn]) for aar, navn in self._navne(nr)]
        return ud

    def efter(self, sammenstoed: Sequence[Sammenstoed]) -> None:
        """Take what others wrote as what stood, so that the next save is a choice. What was typed stands."""
        nyt = {(et.celle.raekke, et.celle.aar): et.deres for et in sammenstoed}
        self.raekker = [(raekke, _med(raekke, celler, nyt)) for raekke, celler in self.raekker]

    def feltnavn(self, celle: Celle) -> str:
        """The name of the cell's field; the form is valid."""
        raekker = [raekke for raekke, _ in self.raekker] + [self._ny(nr) for nr in self.nye]
        return _felt(raekker.index(celle.raekke), celle.aar)

    @property
    def grupper(self) -> list[Gruppe]:
        """The rows under their places, with the sums of what stands in the fields now."""
        ud = []
        for noegle, (navn, placering, _) in self.steder.items():
            numre = [nr for nr, (raekke, _) in enumerate(self.raekker) if raekke.sted == noegle]
            if numre:
                vist = tuple(self._raekke(nr) for nr in numre)
                ud.append(Gruppe(noegle, navn, str(placering), vist, self._summer(numre)))
        return ud

    @property
    def nye_raekker(self) -> list[Vist]:
        return [self._vist(nr, f"Ny række {nr - self.nye.start + 1}", "") for nr in self.nye]

    @property
    def i_alt(self) -> tuple[str, ...]:
        return self._summer(range(self.nye.stop))

    @property
    def delaftaler_i_alt(self) -> tuple[str, ...]:
        return self._summer([nr for nr, (raekke, _) in enumerate(self.raekker) if raekke.sted.startswith("delaftale-")])

    @property
    def kolonner(self) -> list[tuple[str, str]]:
        """Heading and key of every column."""
        return [(str(aar) if aar else "År ikke oplyst", str(aar or 0)) for aar in self.aar]

    def _felter(self, nr: int, navn: str, celler: Celler) -> None:
        for aar, felt in self._navne(nr):
            nyt = Beloebfelt(label=f"{navn}, {aar or 'år ikke oplyst'}", initial=_vist(celler.get(aar)))
            nyt.widget.attrs |= {"data-kolonne": str(aar or 0), "aria-label": nyt.label}
            self.fields[felt] = nyt

    def _ny_raekke(self, nr: int) -> None:
        vis = nr - self.nye.start + 1
        valg = {
            "sted": ("hører til", [("", "Vælg sted"), *((noegle, et[0]) for noegle, et in self.steder.items())]),
            "type": ("omkostningstype", [("", "Type ikke oplyst"), *self.typer.items()]),
            "kilde": ("betales af", [("", "Giver ikke oplyst"), *self.kilder.items()]),
        }
        for felt, (ord_, choices) in valg.items():
            self.fields[f"{felt}{nr}"] = forms.TypedChoiceField(
                label=f"Ny række {vis}, {ord_}",
                choices=choices,
                coerce=str if felt == "sted" else int,
                empty_value="" if felt == "sted" else None,
                required=False,
                widget=forms.Select(attrs={"class": "form-select", "aria-label": f"Ny række {vis}, {ord_}"}),
                error_messages={"invalid_choice": VAELG},
            )
        self.fields[f"tekst{nr}"] = forms.CharField(
            label=f"Ny række {vis}, tekst",
            required=False,
            max_length=200,
            widget=forms.TextInput(
                attrs={"placeholder": "Tekst", "data-uden-for": "", "aria-label": f"Ny række {vis}, tekst"}
            ),
            error_messages={"max_length": FOR_LANG},
        )
        self._felter(nr, f"Ny række {vis}", {})

    def _ny(self, nr: int) -> Raekke:
        rene = self.cleaned_data
        return Raekke(
            rene.get(f"sted{nr}", ""), rene.get(f"type{nr}"), rene.get(f"kilde{nr}"), rene.get(f"tekst{nr}", "")
        )

    def _navne(self, nr: int) -> list[tuple[int | None, str]]:
        return [(aar, _felt(nr, aar)) for aar in self.aar]

    def _raekke(self, nr: int) -> Vist:
        raekke, _ = self.raekker[nr]
        navn = self.i_ord(raekke)
        return self._vist(nr, navn, raekke.tekst if raekke.tekst != navn else "")

    def _vist(self, nr: int, navn: str, tekst: str) -> Vist:
        valg = [f"{felt}{nr}" for felt in ("sted", "type", "kilde", "tekst") if f"{felt}{nr}" in self.fields]
        felter = tuple(self[felt] for _, felt in self._navne(nr))
        return Vist(navn, tekst, felter, self._summer([nr])[-1], tuple(self[et] for et in valg))

    def _summer(self, numre: Iterable[int]) -> tuple[str, ...]:
        """The sum of each column over the rows, and of them all; "?" where a cell of it can't be read."""
        tal = {(nr, aar): self._tal(felt) for nr in numre for aar, felt in self._navne(nr)}
        kolonner = [[et for (_, deres), et in tal.items() if deres == aar] for aar in self.aar]
        return tuple(_sum_i_ord(et) for et in (*kolonner, list(tal.values())))

    def _tal(self, felt: str) -> Decimal | None:
        """The amount in the field, None where it is blank, not-a-number where it can't be read."""
        try:
            return self.fields[felt].clean(self[felt].value())
        except forms.ValidationError:
            return Decimal("NaN")


def _sum_i_ord(beloeb: Sequence[Decimal | None]) -> str:
    if any(et is not None and et.is_nan() for et in beloeb):
        return "?"
    return skriv(lagt_sammen(beloeb)) or "–"


def _felt(nr: int, aar: int | None) -> str:
    return f"c{nr}_{aar or 0}"


def _vist(staar: Staar | None) -> str:
    return skriv(staar.beloeb) if staar else ""


def _med(raekke: Raekke, celler: Celler, nyt: dict[tuple[Raekke, int | None], Staar | None]) -> Celler:
    rettet = {**celler, **{aar: staar for (deres, aar), staar in nyt.items() if deres == raekke}}
    return {aar: staar for aar, staar in rettet.items() if staar is not None}


def _salt(plan: Helhedsplan) -> str:
    """One plan's grid is no other's: what is signed for the one doesn't open in the other."""
    return f"{SALT}.{plan.pk}"


def _pak_ud(stod: str, plan: Helhedsplan) -> tuple[tuple[int | None, ...], dict[Raekke, Celler]]:
    """Raises signing.BadSignature."""
    aar, pakket = signing.loads(stod, salt=_salt(plan))
    return tuple(aar), {
        Raekke(*felter): {et[0]: Staar(int(et[1]), int(et[2]), Decimal(et[3])) for et in celler}
        for *felter, celler in pakket
    }
