"""The codec's law over every model class, and errors that say where."""

import json
from dataclasses import is_dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.codec import decode, encode
from drafter.model import change, draft, finding, metric, raw, report, span
from drafter.model.change import Comparison
from drafter.model.errors import UnreadableInput
from drafter.model.metric import Metric
from drafter.model.report import Section

MODULES = (span, raw, report, metric, change, finding, draft)
CLASSES = sorted(
    {c for m in MODULES for c in vars(m).values() if isinstance(c, type) and is_dataclass(c)}, key=lambda c: c.__name__
)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
SECTIONS = st.recursive(
    st.builds(Section, children=st.just(())),
    lambda inner: st.builds(Section, children=st.lists(inner, max_size=2).map(tuple)),
    max_leaves=4,
)
st.register_type_strategy(Section, SECTIONS)


def test_every_model_class_is_tried() -> None:
    assert {"Comparison", "Report", "Draft", "DraftStatus", "RawReport", "Metric"} <= {c.__name__ for c in CLASSES}


@pytest.mark.parametrize("cls", CLASSES, ids=lambda c: c.__name__)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_encoded_decodes_to_the_same(cls: type, data: st.DataObject) -> None:
    made = data.draw(st.from_type(cls))
    through_json = json.loads(json.dumps(encode(made)))
    assert decode(cls, through_json) == made


def _metric(**more: object) -> dict[str, object]:
    base = {"text": "3项", "start": 0, "end": 2, "id": "m1", "kind": "metric", "label": "数", "value": 3, "unit": "项"}
    return base | more


@pytest.mark.parametrize(("value", "back"), [(3, 3), (3.5, 3.5), ([2, 3.0], (2.0, 3.0))], ids=["whole", "fraction", "range"])
def test_a_value_keeps_its_type(value: object, back: object) -> None:
    found = decode(Metric, _metric(value=value)).value
    assert (found, type(found)) == (back, type(back))


@pytest.mark.parametrize(
    ("plain", "where"),
    [
        (_metric(value="三"), "$.value"),
        (_metric(value=[1]), "$.value"),
        (_metric(value=[1, "二"]), "$.value[1]"),
        (_metric(start="0"), "$.start"),
        (_metric(start=True), "$.start"),
        (_metric(kind="guess"), "$.kind"),
        (_metric(path=["一", 2]), "$.path[1]"),
        (_metric(stated_change={"kind": "percent", "value": 1.0, "direction": "left"}), "$.stated_change.direction"),
        ({k: v for k, v in _metric().items() if k != "unit"}, "$.unit"),
        ([], "$"),
        (None, "$"),
    ],
)
def test_an_error_names_its_path(plain: object, where: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        decode(Metric, plain)
    assert caught.value.where == where
    assert "\n" not in str(caught.value)


def test_a_path_reaches_into_lists() -> None:
    plain = {"metrics": [{"status": "changed", "label": "数", "old": None, "new": _metric(value={})}]}
    info = {"path": "a", "format": "txt", "title": "", "issuer": "", "year": None, "chars": 0}
    rest = {"mode": "years", "old": info, "new": info, "text": [], "problems": [], "plans": [], "findings": [], "summary": {}}
    with pytest.raises(UnreadableInput) as caught:
        decode(Comparison, {**rest, **plain})
    assert caught.value.where == "$.metrics[0].new.value"


def test_later_keys_are_passed_over_and_defaults_filled() -> None:
    assert decode(Metric, _metric(colour="red")).approx is None


def test_what_is_not_model_data_is_refused() -> None:
    with pytest.raises(TypeError):
        encode(object())
