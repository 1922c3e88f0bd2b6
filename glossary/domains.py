"""The domains of the curated glossary, in the order in which they are shown. The list is closed."""

from __future__ import annotations

TITLES = {
    "government": "Government and constitution",
    "elections": "Elections and parties",
    "diplomacy": "Diplomacy and negotiation",
    "treaties": "Treaties and international law",
    "organisations": "International organisations",
    "sanctions": "Sanctions, trade and export control",
    "forces": "Armed forces, ranks and units",
    "arms": "Small arms, artillery and ammunition",
    "missiles": "Missiles, air and naval systems",
    "drones": "Drones and electronic war",
    "nuclear": "Nuclear, chemical and biological weapons",
    "operations": "Operations, manoeuvres and the battlefield",
    "ceasefire": "Ceasefire, peacekeeping and disarmament",
    "intelligence": "Intelligence and security services",
    "terrorism": "Terrorism, insurgency and militias",
    "territory": "Borders, territory, sovereignty and occupation",
    "unrest": "Protest, unrest and coup",
    "rights": "Human rights, courts and crimes",
    "humanitarian": "Refugees, aid and humanitarian law",
    "economy": "Energy, budget and the war economy",
    "statements": "Statements and the press",
    "alliances": "Alliances, blocs and doctrines",
    "cyber": "Cyber and information war",
}
"""Name to English heading."""
DOMAINS = tuple(TITLES)
