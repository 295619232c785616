-- Schema 3. What the counter needs to know people. Still being made: frozen when it is released.
-- Adds to schema 2; what an append-only table holds is never rewritten.

-- May the customer's screen show their first name? Whoever says "don't show me" is served without it.
ALTER TABLE customer ADD COLUMN on_screen INTEGER NOT NULL DEFAULT 1 CHECK (on_screen IN (0, 1));
