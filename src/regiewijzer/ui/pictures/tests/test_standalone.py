import re
from pathlib import Path

import pytest
import typst

from regiewijzer.ui.pictures import canvas
from regiewijzer.ui.pictures.canvas import Fill, Halo, Stroke, Tone
from regiewijzer.ui.pictures.standalone import for_paper
from regiewijzer.ui.pictures.tests.reading import both, classes, tree
from regiewijzer.ui.pictures.tests.samples import SAMPLES, sample
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE

SVG = "{http://www.w3.org/2000/svg}"
STYLES = Path(canvas.__file__).parents[1] / "assets/styles"
ACCENTS = ("leie", "baksteen", "beuk", "pruim")
every = pytest.mark.parametrize("name", SAMPLES)


def styles(accent: str) -> dict[str, str]:
    """The rules of a picture on paper by selector."""
    rules = tree(for_paper(sample("axis").wide, accent)).findtext(f"{SVG}style") or ""
    return dict(re.findall(r"([^{}]+){([^{}]*)}", rules))


def tokens(accent: str) -> dict[str, str]:
    """The light colours of the style sheet; an accent has its own rule, leie stands in the root."""
    css = (STYLES / "tokens.css").read_text()
    root, *accents = re.split(r'(?=:root\[data-accent=")', css)
    own = [rule for rule in accents if rule.startswith(f':root[data-accent="{accent}"')]
    light = re.compile(r"--([\w-]+): light-dark\((#\w{6})")
    return dict(light.findall(root)) | dict(light.findall("".join(own)))


@every
def test_a_picture_on_paper_is_a_file_of_its_own(name: str) -> None:
    for svg in both(sample(name)):
        root = tree(for_paper(svg, "leie"))
        assert root.tag == f"{SVG}svg"
        assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
        assert root.findtext(f"{SVG}title") == sample(name).title
        assert not list(root.iter(f"{SVG}a"))


@every
@pytest.mark.parametrize("hard", [False, True], ids=["everyday", "hard"])
def test_every_class_of_the_drawing_has_a_colour_or_size(name: str, hard: bool) -> None:
    rules = styles("leie")

    for svg in both(sample(name, hard=hard)):
        assert {f".{css}" for css in classes(svg)} <= set(rules)
        assert "var(" not in for_paper(svg, "leie")
        assert "color-mix" not in for_paper(svg, "leie")


@pytest.mark.parametrize("accent", ACCENTS)
def test_the_colours_are_the_light_ones_of_the_style_sheet(accent: str) -> None:
    rules, token = styles(accent), tokens(accent)

    assert rules[f".{Fill.ACCENT}"] == f"fill:{token['accent']}"
    assert rules[f".{Fill.POWER_3}"] == f"fill:{token['accent']}"
    assert rules[f".{Fill.OK_SOFT}"] == f"fill:{token['ok-soft']}"
    assert rules[f".{Fill.DEEP}"] == f"fill:{token['stone-deep']}"
    assert rules[f".{Stroke.LINE}"] == f"stroke:{token['line-strong']}"
    assert rules[f".{Stroke.RULE}"] == f"stroke:{token['line']}"
    assert rules[f".{Tone.SOFT}"] == f"fill:{token['ink-soft']}"
    for state in ("short", "tight", "ok"):
        assert rules[f".f-{state}"] == rules[f".c-{state}"] == f"fill:{token[state]}"
    assert f"stroke:{token['stone']};" in rules[f".{Halo.STONE}"]
    assert rules["text"].startswith(f"fill:{token['ink']};")


@pytest.mark.parametrize("accent", ACCENTS)
def test_the_four_powers_are_the_mixes_a_browser_makes(accent: str) -> None:
    rules, token = styles(accent), tokens(accent)
    mixes = {
        Fill.POWER_1: mixed(token["accent"], 0.2, token["paper"]),
        Fill.POWER_2: mixed(token["accent"], 0.5, token["paper"]),
        Fill.POWER_4: mixed(token["accent"], 0.35, token["ink"]),
    }

    assert {css: rules[f".{css}"] for css in mixes} == {css: f"fill:{colour}" for css, colour in mixes.items()}


def test_letters_are_as_large_as_the_estimate_takes_them_and_never_larger_on_screen() -> None:
    css = (STYLES / "pictures.css").read_text()
    sizes = {
        selector: float(size)
        for selector, size in re.findall(r"(svg[^{}]*) { (?:fill[^;]*; )?font-size: ([\d.]+)px", css)
    }

    assert sizes["svg.p text"] <= WIDE.body.size
    assert sizes["svg.p .t-s"] <= WIDE.small.size
    assert sizes["svg.p .t-l"] <= WIDE.large.size
    assert sizes["svg.only-narrow text"] <= NARROW.body.size
    assert sizes["svg.only-narrow .t-s"] <= NARROW.small.size
    assert sizes["svg.only-narrow .t-l"] <= NARROW.large.size
    assert f"font-size:{WIDE.small.size}px" in styles("leie")[".t-s"]


@every
def test_the_engine_of_the_report_accepts_it(name: str, tmp_path: Path) -> None:
    page = tmp_path / "page.typ"
    page.write_text('#image(bytes(sys.inputs.picture), format: "svg", width: 178mm, alt: "picture")')

    for hard in (False, True):
        svg = for_paper(sample(name, hard=hard).wide, "leie")
        assert typst.compile(str(page), format="pdf", sys_inputs={"picture": svg})


def test_only_a_picture_in_a_known_accent_goes_on_paper() -> None:
    with pytest.raises(ValueError, match="unknown accent 'mauve'"):
        for_paper(sample("axis").wide, "mauve")
    with pytest.raises(ValueError, match="only the drawing of a picture"):
        for_paper("<svg></svg>", "leie")


# color-mix(in oklab, ...) of CSS Color 5, with the matrices of Björn Ottosson (2020).


def mixed(one: str, part: float, other: str) -> str:
    pairs = zip(oklab(one), oklab(other), strict=True)
    light, a, b = (x * part + y * (1 - part) for x, y in pairs)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(min(1.0, max(0.0, encoded(c))) * 255):02x}" for c in channels)


def oklab(colour: str) -> tuple[float, float, float]:
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def encoded(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055
