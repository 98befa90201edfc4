"""The agreements of an article: named or described, with parties, date, place and status.

A sentence --mentions--> `Naming`, what it says of each text --ledger--> `Treaty`, one a text, whose terms
`kg/events/commitments/` reads. `treaty.py` holds the two values. What makes a naming: `before`, `nouns` and `phrases` read
its noun phrase, `names` and `labels` what it is called, `sides` its parties, `verbs` what is done to it, `pronouns` what
takes it up, `days` and `years` when it was signed. What makes a treaty: `match` (is it one told of before), `known` (is it one of
the authority), `close` (what is worked out at the end of the article).
"""
