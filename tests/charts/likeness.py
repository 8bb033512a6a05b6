"""Whether two pictures show the same thing, when another browser may draw each edge a little otherwise."""

from functools import reduce

from PIL import Image, ImageChops, ImageFilter

SOFT = 1.2
"""Pixels of blur: the same thin line is one dark row of pixels in one browser and two grey ones in another."""
REACH = 3
"""Pixels: what a picture shows may lie this wide around (one to each side) in the other."""
FAINT = 24
"""Of 255: less than this is no difference that anyone sees."""
MOST = 5
"""Pixels that may differ: another digit is more than that, half a pixel to the side is not."""


def differing(kept: Image.Image, got: Image.Image) -> Image.Image:
    """White where one picture shows what the other does not; as large as the larger of them."""
    size = max(kept.width, got.width), max(kept.height, got.height)
    if kept.size != got.size:
        return Image.new("L", size, 255)
    one, other = (picture.convert("RGB").filter(ImageFilter.GaussianBlur(SOFT)) for picture in (kept, got))
    beyond = ImageChops.lighter(_beyond(one, other), _beyond(other, one))
    return reduce(ImageChops.lighter, beyond.split()).point(lambda level: 255 * (level > FAINT))


def _beyond(one: Image.Image, other: Image.Image) -> Image.Image:
    """How much lighter or darker a point is than all points around it in the other picture."""
    low, high = other.filter(ImageFilter.MinFilter(REACH)), other.filter(ImageFilter.MaxFilter(REACH))
    return ImageChops.lighter(ImageChops.subtract(one, high), ImageChops.subtract(low, one))


def many(difference: Image.Image) -> int:
    """White pixels."""
    return difference.histogram()[255]


def alike(kept: Image.Image, got: Image.Image) -> bool:
    """Whether nobody would call them different."""
    return many(differing(kept, got)) <= MOST


def marked(got: Image.Image, difference: Image.Image) -> Image.Image:
    """The new picture, pale, with red where it is not as it was."""
    pale = Image.blend(got.convert("RGB"), Image.new("RGB", got.size, "white"), 0.6)
    wide = difference.crop((0, 0, *got.size)).filter(ImageFilter.MaxFilter(5))
    pale.paste("red", mask=wide)
    return pale
