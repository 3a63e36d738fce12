"""Substances that people name by their formula as often as by their name: "CO2" is carbon dioxide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMULAS = {
    "carbon dioxide": "CO2", "carbon monoxide": "CO", "water": "H2O", "hydrogen peroxide": "H2O2", "oxygen": "O2", "nitrogen": "N2",
    "hydrogen": "H2", "chlorine": "Cl2", "ozone": "O3", "ammonia": "NH3", "methane": "CH4", "ethane": "C2H6", "propane": "C3H8",
    "ethanol": "C2H5OH", "methanol": "CH3OH", "benzene": "C6H6", "glucose": "C6H12O6", "sulfuric acid": "H2SO4", "sulphuric acid": "H2SO4",
    "nitric acid": "HNO3", "phosphoric acid": "H3PO4", "hydrogen sulfide": "H2S", "sulfur dioxide": "SO2", "sulphur dioxide": "SO2",
    "sulfur trioxide": "SO3", "nitrous oxide": "N2O", "nitrogen dioxide": "NO2", "calcium carbonate": "CaCO3", "sodium bicarbonate": "NaHCO3",
    "sodium carbonate": "Na2CO3", "calcium chloride": "CaCl2", "silicon dioxide": "SiO2", "iron oxide": "Fe2O3", "iron(iii) oxide": "Fe2O3", "ferric oxide": "Fe2O3", "iron(ii) oxide": "FeO", "ferrous oxide": "FeO", "acetylene": "C2H2", "acetic acid": "CH3COOH", "ethanoic acid": "CH3COOH",
}  # fmt: skip


def formulas_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the formulas of the texts that name a substance and nothing else.

    >>> formulas_of(["Carbon dioxide", "a gas"])
    ('CO2',)
    """
    bare = (text.strip(" .").lower().removesuffix(" gas").removeprefix("the ") for text in texts)
    return tuple(FORMULAS[name] for name in bare if name in FORMULAS)
