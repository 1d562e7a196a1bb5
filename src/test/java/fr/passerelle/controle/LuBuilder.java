package fr.passerelle.controle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the facts of documents; a test says only what matters to it. */
final class LuBuilder {

	private final String fichier;

	private final String racine;

	private final Map<String, String> attributs = new TreeMap<>();

	private final Map<String, String> entete = new TreeMap<>();

	private final Map<String, Long> comptes = new TreeMap<>();

	private final List<String> titres = new ArrayList<>();

	private String entree;

	private LuBuilder(String fichier, String racine) {
		this.fichier = fichier;
		this.racine = racine;
	}

	static LuBuilder unLien(String fichier, String uai, String annee) {
		return new LuBuilder(fichier, "IMPORT_ELEVES").version("1.4")
			.entete("UAJ", uai)
			.entete("ANNEE_SCOLAIRE", annee)
			.compte("DONNEES/ELEVES/ELEVE", 153);
	}

	static LuBuilder unSiecle(String uai, String annee) {
		return new LuBuilder("ExportXML_ElevesSansAdresses.zip", "BEE_ELEVES").version("3.0")
			.entete("UAJ", uai)
			.entete("ANNEE_SCOLAIRE", annee)
			.compte("DONNEES/ELEVES/ELEVE", 208);
	}

	static LuBuilder unSts(String fichier, String uai, String annee) {
		return new LuBuilder(fichier, "STS_EDT").entete("UAJ@CODE", uai)
			.entete("ANNEE_SCOLAIRE@ANNEE", annee)
			.compte("DONNEES/STRUCTURE/DIVISIONS/DIVISION", 8);
	}

	static LuBuilder unAutre(String racine) {
		return new LuBuilder("fichier.xml", racine);
	}

	/** A CSV file of these titles. */
	static LuBuilder unCsv(String... titres) {
		LuBuilder builder = new LuBuilder("CSVExtraction.csv", "").compte("LIGNES", 24);
		builder.titres.addAll(List.of(titres));
		return builder;
	}

	LuBuilder version(String version) {
		this.attributs.put("VERSION", version);
		return this;
	}

	LuBuilder entete(String cle, String valeur) {
		if (valeur == null) {
			this.entete.remove(cle);
		}
		else {
			this.entete.put(cle, valeur);
		}
		return this;
	}

	LuBuilder compte(String chemin, long nombre) {
		this.comptes.put(chemin, nombre);
		return this;
	}

	LuBuilder entree(String nom) {
		this.entree = nom;
		return this;
	}

	Lu lu() {
		return new Lu(this.fichier, this.entree != null, (this.entree != null) ? this.entree : this.fichier,
				this.racine, this.attributs, this.entete, this.comptes, List.of(), this.titres);
	}

}
