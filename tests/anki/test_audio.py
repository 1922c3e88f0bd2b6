"""Words read aloud: how they are respelled, cached and put on cards."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import NashraError
from reader.anki import audio
from reader.anki.audio import Speaker, add_audio, load_voice, voices
from reader.anki.speech import speakable
from tests.anki.samples import ALL, BARE, CEASEFIRE, DENY, SANCTION

if TYPE_CHECKING:
    from tests.anki.client import Client


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("قُوَّة", "قُوْوَ"),
        ("قُوَّات", "قُوْوَات"),
        ("السَّلَام", "السَلَام"),
        ("وَالسَّلَامُ", "وَسْسَلَامُ"),
        ("بِالسِّلَاحِ", "بِسْسِلَاحِ"),
        ("لِلسِّلَاحِ", "لِسْسِلَاحِ"),
        ("لِلمَجْلِسِ", "لِلمَجْلِسِ"),
        ("إِطْلَاقِ النَّارِ", "إِطْلَاقِ نْنَارِ"),
        ("فِي البَيْتِ", "فِي لْبَيْتِ"),
        ("قَالَ، النَّارُ", "قَالَ، النَارُ"),
        ("عُقُوبَة", "عُقُوبَ"),
        ("مُعَاهَدَةُ", "مُعَاهَدَةُ"),
        ("مُسْتَوًى", "مُسْتَوًا"),
        ("اسْتِخْبَارَات", "اِسْتِخْبَارَات"),
        ("اِتَّهَمَ", "اِتْتَهَمَ"),
        ("جِدًّا", "جِدْدًا"),
        ("اللَّهُ", "اللاهُ"),
        ("لِلَّهِ", "لِلْلاهِ"),
        ("كُورِيّ", "كُورِيّ"),
        ("بَالَغَ", "بَالَغَ"),
    ],
)
def test_how_a_word_is_respelled_for_the_voice(written: str, spelled: str) -> None:
    assert speakable(written) == spelled


def test_a_word_without_vowels_is_not_read() -> None:
    assert speakable("العقوبات") is None
    assert speakable("أيضاً قال") is None
    assert speakable("") is None


@given(st.text(max_size=80) | st.text(alphabet="اَلسُّنِّيَّةًى ْ", max_size=80))
def test_any_text_can_be_asked_for(text: str) -> None:
    assert (speakable(text) or "x").isprintable()


class Recorded:
    """A voice that says the same thing always."""

    name = "test-1"

    def __init__(self) -> None:
        self.said: list[str] = []

    def speak(self, text: str) -> bytes:
        self.said.append(text)
        if text.startswith("هُ"):
            raise NashraError("no")
        return b"\xff\xfb" + text.encode()


def test_each_text_is_said_once_and_kept(tmp_path: Path) -> None:
    voice = Recorded()
    speaker = Speaker(tmp_path / "audio", voice)
    first = speaker.file(SANCTION.lemma)
    assert first is not None
    assert speaker.file(SANCTION.lemma) == first
    assert Speaker(tmp_path / "audio", voice).file(SANCTION.lemma) == first
    assert len(voice.said) == 1
    assert speaker.file("عقوبة") is None
    assert [file.name for file in (tmp_path / "audio").iterdir()] == [first.name]


def test_the_cache_has_a_limit(tmp_path: Path) -> None:
    speaker = Speaker(tmp_path, Recorded())
    files = [speaker.file(note.lemma) for note in ALL if note is not BARE]
    assert all(files)
    Speaker(tmp_path, Recorded(), max_bytes=100)
    assert 0 < sum(file.stat().st_size for file in tmp_path.iterdir()) <= 100


def test_notes_get_words_and_sentences_and_one_failure_stops_nothing(tmp_path: Path) -> None:
    voice = Recorded()
    made = {note.key: note for note in add_audio(ALL, Speaker(tmp_path, voice), sentences=True)}
    assert made["uquba-n"].audio
    assert made["uquba-n"].audio_sentence
    assert made[CEASEFIRE.key].audio
    assert made[CEASEFIRE.key].audio_sentence == ""  # its sentence has no vowels
    assert made[BARE.key].audio == ""
    assert voice.said.count(SANCTION.sentence_vowelled) == 1
    with pytest.raises(NashraError):
        add_audio([BARE], Speaker(tmp_path, voice))


def test_other_packages_offer_voices(monkeypatch: pytest.MonkeyPatch) -> None:
    point = metadata.EntryPoint("mine", f"{__name__}:Recorded", audio.GROUP)
    broken = metadata.EntryPoint("broken", "no_such_module:X", audio.GROUP)
    none = metadata.EntryPoint("none", "builtins:list", audio.GROUP)
    monkeypatch.setattr(audio.metadata, "entry_points", lambda group: [point, broken, none])
    assert voices() == ["broken", "espeak", "mine", "none"]
    assert load_voice("mine").name == "test-1"
    for name, said in (
        ("broken", "does not load"),
        ("none", "is none"),
        ("other", "there are broken, espeak"),
    ):
        with pytest.raises(NashraError, match=said):
            load_voice(name)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "espeakng_loader", None)
    monkeypatch.setattr("reader.anki.espeak._engine", None)
    with pytest.raises(NashraError, match="`audio` extra"):
        load_voice().speak("قُوَّة")


def test_espeak_says_it_and_anki_plays_it(tmp_path: Path, anki: Client) -> None:
    pytest.importorskip("espeakng_loader")
    pytest.importorskip("lameenc")
    speaker = Speaker(tmp_path / "audio", load_voice())
    notes = add_audio([SANCTION, DENY], speaker, sentences=True)
    word, sentence = (Path(path).read_bytes() for path in (notes[0].audio, notes[0].audio_sentence))
    assert word[:1] == b"\xff"
    assert 2_000 < len(word) < 12_000 < len(sentence)
    assert speaker.file(SANCTION.lemma) is not None
    anki.take(notes)
    card = anki.cards("uquba-n")["Newspaper"]
    assert [sound.filename[:7] for sound in card.answer_av_tags()] == ["nashra-", "nashra-"]
    check = anki.col.media.check()
    assert (list(check.missing), list(check.unused)) == ([], [])


def test_espeak_refuses_what_is_not_vowelled() -> None:
    pytest.importorskip("espeakng_loader")
    with pytest.raises(NashraError, match="vowels"):
        load_voice().speak("العقوبات <speak>")
