package fr.passerelle.mapping;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A kind of file that is not for the hub and is dropped by mistake, as written in
 * {@code mappings/nomenclatures/fichiers-etrangers.yaml}: what tells it, and what is
 * answered.
 *
 * @param genre its name, variant of the refusal C04
 * @param libelle what it is, in French, with its article
 * @param correction what to do instead: which menu of which application
 * @param racines root elements; where a condition follows, one of attributs, elements and
 * nom must hold too
 * @param attributs what attributes of the root look like
 * @param elements blocks that tell it from a source of the same root
 * @param nom what the name of the file looks like; without a root, only asked once the
 * content is known to be foreign, null for any
 * @param titres normalised titles of columns that are all there
 * @param entrees what the names of all the documents of an archive look like, or null
 */
public record FichierEtranger(String genre, String libelle, String correction, Set<String> racines,
		Map<String, Pattern> attributs, Set<String> elements, Pattern nom, Set<String> titres, Pattern entrees) {

	/** Whether the root, its attributes or the name of the file tell it. */
	public boolean aLaRacine(String racine, Map<String, String> valeurs, String fichier) {
		return this.racines.contains(racine)
				&& (sansCondition() || aUnAttribut(valeurs) || convient(this.nom, fichier));
	}

	/** Whether these paths of elements, below one of its roots, tell it. */
	public boolean aUnBloc(String racine, Collection<String> chemins) {
		return this.racines.contains(racine) && this.elements.stream()
			.anyMatch((element) -> chemins.stream().anyMatch((chemin) -> chemin.endsWith("/" + element)));
	}

	/** Whether the name of a file whose content is none of ours tells it. */
	public boolean aLeNom(String fichier) {
		return this.racines.isEmpty() && convient(this.nom, fichier);
	}

	/** Whether these titles of columns, normalised, tell it. */
	public boolean aLesTitres(Set<String> lus) {
		return !this.titres.isEmpty() && lus.containsAll(this.titres);
	}

	/** Whether the names of all the documents of an archive tell it. */
	public boolean aLesEntrees(Collection<String> noms) {
		return this.entrees != null && noms.stream().allMatch((nomEntree) -> convient(this.entrees, nomEntree));
	}

	boolean sansCondition() {
		return this.attributs.isEmpty() && this.elements.isEmpty() && this.nom == null;
	}

	private boolean aUnAttribut(Map<String, String> valeurs) {
		return this.attributs.entrySet()
			.stream()
			.anyMatch((attribut) -> convient(attribut.getValue(), valeurs.get(attribut.getKey())));
	}

	private static boolean convient(Pattern motif, String texte) {
		return motif != null && texte != null && motif.matcher(texte).matches();
	}

}
