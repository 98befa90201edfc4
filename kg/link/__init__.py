"""Links actors, offices, places and agreements to Wikidata, and brings what Wikidata knows into the authority.

`kg.link.wikidata` alone speaks to a query service.
"""
