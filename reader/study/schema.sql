-- A word without a row is new. Times are seconds since the epoch, UTC.
CREATE TABLE word (
  key     TEXT PRIMARY KEY,                 -- entry id, or lemma/pos where there is no entry
  lemma   TEXT NOT NULL,                    -- vowelled
  pos     TEXT,
  state   TEXT NOT NULL CHECK (state IN ('learning', 'known', 'ignored')),
  changed REAL NOT NULL,
  article TEXT                              -- where it was marked
) WITHOUT ROWID;
CREATE INDEX word_by_state ON word (state, changed);

-- Every change, so that one key takes it back and progress can be drawn. Changes of one action share a batch.
CREATE TABLE word_change (
  id     INTEGER PRIMARY KEY,
  batch  INTEGER NOT NULL,
  at     REAL NOT NULL,
  key    TEXT NOT NULL,
  lemma  TEXT NOT NULL,
  pos    TEXT,
  before TEXT NOT NULL,
  after  TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX word_change_batch ON word_change (batch);

-- The sentence that the reader saw a word in and chose for its card.
CREATE TABLE word_sentence (
  key       TEXT PRIMARY KEY,
  article   TEXT NOT NULL,
  paragraph INTEGER NOT NULL,
  start     INTEGER NOT NULL,               -- code points into the paragraph
  "end"     INTEGER NOT NULL
) WITHOUT ROWID;

-- Where the reader was in an article.
CREATE TABLE place (
  article   TEXT PRIMARY KEY,
  paragraph INTEGER NOT NULL,
  position  INTEGER NOT NULL,               -- code points into the paragraph
  share     REAL NOT NULL,                  -- of the article read, 0 to 1
  at        REAL NOT NULL
) WITHOUT ROWID;

-- What was exported of each note (reader.anki.stamps), so that an export updates only what changed.
CREATE TABLE note (
  key     TEXT PRIMARY KEY,
  digest  TEXT NOT NULL,
  changed INTEGER NOT NULL,
  cards   INTEGER NOT NULL
) WITHOUT ROWID;
