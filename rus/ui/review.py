"""The parts of Översyn: the board, and the form where one indicator is judged and decided upon."""

from collections.abc import Sequence
from datetime import date

import streamlit as st
from pydantic import ValidationError

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import day
from rus.texts.kinds import CRITERIA, Decision, IndicatorReview
from rus.texts.texts import ChangedMeanwhileError, texts
from rus.ui import cached, decisions, frame
from rus.ui.catalogue import CHOSEN, chosen, review_of, reviews, saved_line, stories, usage_of
from rus.ui.downloads import downloads_of
from rus.ui.markup import table
from rus.views.catalogue_list import names as every_name
from rus.views.catalogue_sheets import decisions_sheet
from rus.views.criteria import MARKS
from rus.views.review import PROPOSALS, STAGES, Reviewed, board, of_file, problem, score_rows
from rus.views.sheet import Sheet, file_stem

PICKED, SAID, NAME = "kat_granska", "kat_sagt", "kat_namn"
NOTHING = "Inga mått."


def show() -> None:
    """The tab: the board, then the indicator that is opened."""
    catalogue = cached.catalogue(frame.here().build)
    kept, opened = reviews(), chosen(catalogue)
    every = [i for i in catalogue.indicators.values() if i.id in kept or of_file(i)]
    taken_up = [review_of(catalogue, indicator, kept) for indicator in every]
    _board(board(taken_up))
    if taken_up:
        _files(catalogue, taken_up)
        decisions.decided(taken_up)
    picked = _pick(opened)
    if picked is None:
        what = "Välj ett mått för att granska det"
        frame.empty(what, "Då ser du hur det uppfyller kriterierna, var det används och vad som är beslutat.")
        return
    one = review_of(catalogue, catalogue.indicators[picked], kept)
    left, right = st.columns([1.15, 1], gap="medium")
    with left:
        _form(one)
    with right:
        _judged(catalogue, one)


def _board(stages: dict[str, list[Reviewed]]) -> None:
    for (stage, inside), spot in zip(stages.items(), st.columns(3, gap="small"), strict=True):
        with spot, frame.frame(f"stage_{stage}"):
            cards = "".join(_card(one) for one in inside) or f'<p class="note">{NOTHING}</p>'
            frame.html(f'<h2 class="sec">{STAGES[stage]} <small>({len(inside)})</small></h2>', cards)


def _card(one: Reviewed) -> str:
    link = frame.href("indikatorer", kat_flik="Översyn", kat_ind=one.indicator.id)
    lines = [PROPOSALS[one.review.proposal], one.tally, one.decided]
    small = "".join(f"<small>{frame.text(line)}</small>" for line in lines if line)
    return f'<div class="rev"><a href="{link}">{frame.text(one.indicator.short)}</a>{small}</div>'


def _files(catalogue: Catalogue, every: Sequence[Reviewed]) -> None:
    def made() -> Sheet:
        told = stories()
        rows = [(one, usage_of(catalogue, one.indicator, told)) for one in every]
        return decisions_sheet(catalogue, rows, build=frame.here().build)

    downloads_of(made, file_stem("oversyn"), "review")


def _pick(opened: str) -> str | None:
    names = cached.shared(every_name, frame.here().build)
    st.session_state[PICKED] = opened or None

    def changed() -> None:
        if st.session_state[PICKED]:
            st.query_params[CHOSEN] = st.session_state[PICKED]
        else:
            st.query_params.pop(CHOSEN, None)

    return st.selectbox(
        "Mått att granska",
        list(names),
        index=None,
        format_func=lambda i: names[i],
        key=PICKED,
        placeholder="Välj mått",
        on_change=changed,
    )


def _judged(catalogue: Catalogue, one: Reviewed) -> None:
    """How the criteria are met, and what follows if the indicator is changed."""
    with frame.frame("criteria", stretch=False):
        frame.finding("Så uppfylls kriterierna", f"{one.tally[:1].upper()}{one.tally[1:]}")
        rows = [(words, mark, why or "Bedöms av människor") for words, mark, why in score_rows(one)]
        table(("Kriterium", "Uppfyllt", "Varför"), rows, caption="Kriterier", widths=("34%", "14%"))
        frame.html('<p class="note">Siffrorna fyller i aktualitet, kön, kommuner och säkerhet där det går.</p>')
    with frame.soft("consequences"):
        used = usage_of(catalogue, one.indicator, stories())
        link = frame.href("indikatorer", kat_flik="Katalog", kat_ind=one.indicator.id)
        frame.html(
            '<h2 class="sec">Om måttet ändras</h2>',
            f"<p>{frame.text(used.consequences)} Ett mått som byts ut eller avslutas försvinner inte: ",
            "siffrorna och länkarna till dem finns kvar.</p>",
            f'<p><a href="{link}">Visa kortet i katalogen</a></p>',
        )
    _history(one)


def _history(one: Reviewed) -> None:
    versions = texts().history(IndicatorReview, one.indicator.id)
    if not versions:
        return
    with st.expander(f"Sparade versioner ({len(versions)})"):
        rows = [
            (
                day(v.saved_at.astimezone().date()),
                v.author or "–",
                STAGES[v.body.stage] if v.body else "Borttaget ur översynen",
                PROPOSALS[v.body.proposal] if v.body else "",
            )
            for v in versions
        ]
        table(("Sparat", "Av", "Läge", "Förslag"), rows, caption="Sparade versioner")


def _form(one: Reviewed) -> None:
    mark = f"{one.indicator.id}_{one.version}"
    with frame.frame("review", stretch=False):
        frame.finding(one.indicator.title, saved_line(one))
        with st.form(f"kat_form_{mark}", border=False, enter_to_submit=False):
            written = _fields(one, mark)
            author = st.text_input(
                "Skrivet av", value=st.session_state.get(NAME, ""), max_chars=80, key=f"kat_av_{mark}"
            )
            sent = st.form_submit_button("Spara", type="primary")
        if said := st.session_state.pop(SAID, ""):
            st.success(said, icon=":material/check:")
        if sent:
            st.session_state[NAME] = author or ""
            _save(one, written, author or "")
        if one.version and st.button("Ta bort ur översynen", type="tertiary", icon=":material/delete:"):
            texts().remove(IndicatorReview, one.indicator.id, author=author or "", seen=one.version)
            st.session_state[SAID] = (
                "Måttet är borttaget ur översynen. Det som var skrivet finns kvar bland versionerna."
            )
            st.rerun()


def _fields(one: Reviewed, mark: str) -> dict[str, object]:
    """The fields of the form, and what stands in them."""
    review = one.review
    stage = st.segmented_control(
        "Läge",
        list(STAGES),
        format_func=lambda s: STAGES[s],
        default=review.stage,
        required=True,
        key=f"kat_lage_{mark}",
    )
    proposals = list(PROPOSALS)
    proposal = st.selectbox(
        "Förslag",
        proposals,
        index=proposals.index(review.proposal),
        format_func=lambda p: PROPOSALS[p],
        key=f"kat_forslag_{mark}",
    )
    others = dict(cached.shared(every_name, frame.here().build))
    others.pop(one.indicator.id)
    successor = st.selectbox(
        "Ersätts av (om måttet byts ut)",
        list(others),
        index=list(others).index(review.replaced_by) if review.replaced_by in others else None,
        format_func=lambda i: others[i],
        placeholder="Inget mått valt",
        key=f"kat_ersatts_{mark}",
    )
    scores = _criteria(one, mark)
    comment = st.text_area("Kommentar", value=review.comment, max_chars=20_000, key=f"kat_kommentar_{mark}")
    return {
        "scores": scores,
        "proposal": proposal,
        "stage": stage,
        "comment": comment or "",
        "replaced_by": successor if proposal == "replace" else None,
        "decision": _decision(review.decision, mark),
    }


def _criteria(one: Reviewed, mark: str) -> dict[str, int]:
    """The criteria that only people can judge; the others are kept as the figures have them now."""
    made = {c: score.value for c, score in one.scores.items() if score.value is not None and c not in one.open}
    for criterion, words in CRITERIA.items():
        if criterion not in one.open:
            continue
        picked = st.segmented_control(
            words,
            list(MARKS),
            format_func=lambda m: MARKS[m],
            default=one.scores[criterion].value,
            key=f"kat_{criterion}_{mark}",
        )
        if picked is not None:
            made[criterion] = picked
    return made


def _decision(made: Decision | None, mark: str) -> Decision | None:
    frame.html('<h3 class="sec">Beslut</h3>')
    left, right = st.columns([1, 1.6], gap="small")
    when = left.date_input(
        "Datum",
        value=made.decided if made else None,
        min_value=date(2000, 1, 1),
        format="YYYY-MM-DD",
        key=f"kat_datum_{mark}",
    )
    body = right.text_input("Forum", value=made.body if made else "", max_chars=300, key=f"kat_forum_{mark}")
    reason = st.text_area("Motiv", value=made.reason if made else "", max_chars=20_000, key=f"kat_motiv_{mark}")
    if not (isinstance(when, date) and body and body.strip()):
        return None
    return Decision(decided=when, body=body.strip(), reason=reason or "")


def _save(one: Reviewed, written: dict[str, object], author: str) -> None:
    try:
        review = IndicatorReview.model_validate(written)
    except ValidationError:
        st.error("Något i formuläret går inte att spara. Korta texterna och försök igen.")
        return
    if missing := problem(review):
        st.error(missing)
        return
    try:
        texts().save(review, one.indicator.id, author=author, seen=one.version, data_version=frame.here().build)
    except ChangedMeanwhileError as error:
        st.error(str(error))
        return
    st.session_state[SAID] = "Granskningen är sparad."
    st.rerun()
