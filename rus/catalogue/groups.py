"""Groups: a set of ground → value, written as one id that fits an address."""

from rus.catalogue.strict import Strict, Text

TOTAL = "total"


class GroundValue(Strict):
    """One step or class of a ground, in the order to be shown."""

    id: Text
    label: Text


class Ground(Strict):
    """One way to split people or things, such as background; `ordered` = its values have a natural order."""

    id: Text
    label: Text
    ordered: bool = False
    advantaged: Text | None = None
    values: list[GroundValue]

    def value(self, wanted: str) -> GroundValue | None:
        """The value with this id, or None."""
        return next((v for v in self.values if v.id == wanted), None)


def group_id(group: dict[str, str]) -> str:
    """`{"age": "16-24", "background": "born_abroad"}` → `age.16-24~background.born_abroad`; empty → `total`."""
    return "~".join(f"{ground}.{value}" for ground, value in sorted(group.items())) or TOTAL


def group_of(identity: str) -> dict[str, str]:
    """The reverse of `group_id`; a part without a dot raises ValueError."""
    if identity == TOTAL:
        return {}
    return dict(part.split(".", 1) for part in identity.split("~"))
