-- The library: articles, their text, where each lemma stands, full text. Component "corpus" of the state file.
-- Never edit a step that was released: add another to the list in library.py. A test pins this file's hash.

CREATE TABLE corpus_meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE article (
  number INTEGER PRIMARY KEY AUTOINCREMENT,   -- never used again, so an orphan in the text index matches nothing
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  title_english TEXT,
  source TEXT,
  url TEXT,
  date TEXT,                                  -- YYYY-MM-DD
  level INTEGER,
  key TEXT NOT NULL,                          -- what the list is filtered by: titles and source, folded
  words INTEGER NOT NULL,
  added TEXT NOT NULL,                        -- UTC, ISO 8601 to the second
  archived INTEGER NOT NULL DEFAULT 0,
  deleted TEXT,                               -- when; NULL for an article that is there
  shipped TEXT,                               -- hash of the shipped version; NULL for the user's own
  fingerprint TEXT NOT NULL,                  -- of the clean body
  raw_fingerprint TEXT,                       -- of the text as it came
  address TEXT,                               -- the url in the form in which addresses are compared
  removed TEXT NOT NULL DEFAULT '[]',         -- JSON: [[rule, text], …]
  undone TEXT NOT NULL DEFAULT '[]',          -- JSON: names of cleaning rules that the user has undone
  lexicon TEXT,                               -- version of the lexicon that its postings came from
  counted INTEGER NOT NULL DEFAULT 0,         -- words that count towards the share known
  known INTEGER NOT NULL DEFAULT 0,           -- those among them that the user knows
  unfamiliar INTEGER NOT NULL DEFAULT 0       -- lemmas in it that the user has marked unfamiliar
);
CREATE INDEX article_by_date ON article (archived, deleted, coalesce(date, substr(added, 1, 10)) DESC, number DESC);
CREATE INDEX article_deleted ON article (number) WHERE deleted IS NOT NULL;
CREATE INDEX article_by_fingerprint ON article (fingerprint);
CREATE INDEX article_by_raw ON article (raw_fingerprint) WHERE raw_fingerprint IS NOT NULL;
CREATE INDEX article_by_address ON article (address) WHERE address IS NOT NULL;

CREATE TABLE article_raw (
  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  text BLOB NOT NULL                          -- UTF-8, zlib
);

CREATE TABLE paragraph (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  position INTEGER NOT NULL,                  -- -1 is the title
  kind TEXT NOT NULL,                         -- title, body, heading
  text TEXT NOT NULL,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;

CREATE TABLE sentence (
  number INTEGER PRIMARY KEY AUTOINCREMENT,   -- the row of the text index
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  paragraph INTEGER NOT NULL,
  start INTEGER NOT NULL,                     -- code points into the paragraph's text
  "end" INTEGER NOT NULL,
  translation TEXT
);
CREATE INDEX sentence_by_article ON sentence (article, paragraph, start);

CREATE VIRTUAL TABLE sentence_text USING fts5 (key, content = '', tokenize = 'unicode61 remove_diacritics 0');

CREATE TABLE lemma (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE                    -- what the glossary calls it; opaque here
);

CREATE TABLE posting (                        -- one row for a lemma in an article
  lemma INTEGER NOT NULL REFERENCES lemma,
  article INTEGER NOT NULL,
  count INTEGER NOT NULL,                     -- how often
  counted INTEGER NOT NULL,                   -- how many of those count towards the share known
  places TEXT NOT NULL,                       -- "paragraph.start.end …" in code points
  PRIMARY KEY (lemma, article DESC)
) WITHOUT ROWID;

CREATE TABLE profile (                        -- the same the other way round: lemma numbers and counts of an article
  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  lemmas TEXT NOT NULL                        -- JSON: {"lemma number": words that count, …}
);

CREATE TABLE tag (
  name TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (name, article)
) WITHOUT ROWID;
CREATE INDEX tag_by_article ON tag (article);

CREATE TABLE feed (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  added TEXT NOT NULL,
  fetched REAL,                               -- seconds since 1970; NULL before the first time
  etag TEXT,
  modified TEXT,
  local INTEGER NOT NULL DEFAULT 0,           -- it came from this machine or its network, and so may its items
  error TEXT                                  -- of the last time; NULL when it went well
);

CREATE TABLE inbox (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  key TEXT NOT NULL,                          -- the item's own id, else its address
  title TEXT NOT NULL,
  url TEXT,
  date TEXT,                                  -- YYYY-MM-DD
  content TEXT,                               -- HTML that the feed itself brought, for items without a page
  seen TEXT NOT NULL,                         -- UTC, when it came in
  state TEXT NOT NULL DEFAULT 'new',          -- new, imported, dismissed
  article TEXT,                               -- id in the library once it was imported
  UNIQUE (feed, key)
);
CREATE INDEX inbox_by_state ON inbox (state, number DESC);
