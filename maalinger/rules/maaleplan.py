"""What may be changed in how a criterion is followed, once figures are approved. Pure."""

DOEMMER = frozenset({"optaelling", "skala_fra", "skala_til", "skala_maal", "delmaal"})  # what figures are judged by


def mangler_grund(aendret: frozenset[str], godkendte: int, grund: str) -> str:
    """Regel maaleplan-aendres-med-grund: er der godkendte målinger, ændres optælling, skala og delmål kun med en grund.

    `aendret` are the names of what is changed, `godkendte` how many approved figures there are. The sentence that
    stands in the way; empty when nothing does.
    """
    if not godkendte or not aendret & DOEMMER or grund.strip():
        return ""
    return (
        "Der er godkendte målinger, og de bedømmes nu anderledes. Skriv hvorfor, så det kan læses på kriteriets side."
    )
