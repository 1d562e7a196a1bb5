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

	/** Enough lines to find the kind of fault in the file. */
	private static final int MAX_PLACES = 10;

	private final Map<String, Long> lignes = new TreeMap<>();

	private final Map<String, Groupe> defauts = new TreeMap<>();

	private Set<String> inconnus = Set.of();

	@Override
	public void ligne(TableMapping table, String[] valeurs, long rang, int ligne) {
		this.lignes.merge(table.nom(), 1L, Long::sum);
	}

	@Override
	public void defaut(Defaut defaut) {
		String cle = String.join(" ", defaut.table(), defaut.champ(), "" + defaut.ligneEcartee(), "" + defaut.absent());
		this.defauts.put(cle, this.defauts.getOrDefault(cle, new Groupe(defaut, 0, List.of())).avec(defaut));
	}

	void inconnus(Set<String> noms) {
		this.inconnus = noms;
	}

	Map<String, Long> lignes() {
		return this.lignes;
	}

	List<Constat> constats() {
		List<Constat> constats = new ArrayList<>();
		this.defauts.values().forEach((groupe) -> constats.add(groupe.constat()));
		if (!this.inconnus.isEmpty()) {
			constats.add(Constat.de("ELEMENT_INCONNU", "elements",
					String.join(", ", this.inconnus.stream().sorted().limit(MAX_NOMS).toList())));
		}
		return constats;
	}

	/** Bad values of one kind: how many, and the lines of the first ones. */
	record Groupe(Defaut premier, long nombre, List<Integer> places) {

		Groupe avec(Defaut defaut) {
			List<Integer> toutes = new ArrayList<>(this.places);
			if (toutes.size() < MAX_PLACES) {
				toutes.add(defaut.ligne());
			}
			return new Groupe(this.premier, this.nombre + 1, toutes);
		}

		Constat constat() {
			String suite = (this.nombre > this.places.size()) ? "…" : "";
			return Constat.de(code(), "nombre", Long.toString(this.nombre), "champ", this.premier.champ(), "lignes",
					String.join(", ", this.places.stream().map(String::valueOf).toList()) + suite);
		}

		private String code() {
			if (!this.premier.ligneEcartee()) {
				return "VALEUR_ILLISIBLE";
			}
			return this.premier.absent() ? "LIGNE_INCOMPLETE" : "LIGNE_ILLISIBLE";
		}

	}

}
