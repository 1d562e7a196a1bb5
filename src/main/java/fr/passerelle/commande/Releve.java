package fr.passerelle.commande;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import fr.passerelle.mapping.SourceMapping.TableMapping;
import fr.passerelle.noyau.Constat;
import fr.passerelle.source.Defaut;
import fr.passerelle.source.Lignes;

/** Counts the rows of a document and its bad values, one finding per kind. */
final class Releve implements Lignes {

	/** Beyond, a list of names is not read any more. */
	private static final int MAX_NOMS = 20;

	private final Map<String, Long> lignes = new TreeMap<>();

	private final Map<String, Premier> defauts = new TreeMap<>();

	private Set<String> inconnus = Set.of();

	@Override
	public void ligne(TableMapping table, String[] valeurs, long rang, int ligne) {
		this.lignes.merge(table.nom(), 1L, Long::sum);
	}

	@Override
	public void defaut(Defaut defaut) {
		String cle = defaut.ligneEcartee() + defaut.table() + "." + defaut.colonne();
		this.defauts.merge(cle, new Premier(defaut, 1), (premier, suivant) -> premier.encore());
	}

	void inconnus(Set<String> noms) {
		this.inconnus = noms;
	}

	Map<String, Long> lignes() {
		return this.lignes;
	}

	List<Constat> constats() {
		List<Constat> constats = new ArrayList<>();
		this.defauts.values().forEach((premier) -> constats.add(premier.constat()));
		if (!this.inconnus.isEmpty()) {
			constats.add(Constat.de("ELEMENTS_INCONNUS", "liste",
					String.join(", ", this.inconnus.stream().sorted().limit(MAX_NOMS).toList())));
		}
		return constats;
	}

	/** The first of its kind, and how many there are. */
	record Premier(Defaut defaut, long nombre) {

		Premier encore() {
			return new Premier(this.defaut, this.nombre + 1);
		}

		Constat constat() {
			return Constat.de(this.defaut.ligneEcartee() ? "LIGNE_ECARTEE" : "VALEUR_ILLISIBLE", "nombre",
					Long.toString(this.nombre), "colonne", this.defaut.colonne(), "table", this.defaut.table(), "ligne",
					Integer.toString(this.defaut.ligne()));
		}

	}

}
