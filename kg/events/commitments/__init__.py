"""The terms of agreements: who must do what for whom, by when and on which condition.

`frames` says where a sentence tells terms, `phrases` reads them, `deadlines` their time, `conditions` what they hang on, `terms` hands them to their
agreement; `changes` tells what became of them, `merge` makes one of what is told twice.
"""
