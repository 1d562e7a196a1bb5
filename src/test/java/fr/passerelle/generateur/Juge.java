package fr.passerelle.generateur;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.passerelle.generateur.Attendu.Ecart;
import fr.passerelle.generateur.Attendu.Rejet;
import fr.passerelle.generateur.Relecture.Noeud;

/** The rules of the link file told a second time, on the files alone. */
final class Juge {

	final List<Rejet> rejets = new ArrayList<>();

	final List<Ecart> ecarts = new ArrayList<>();

	int lus;

	int liens;

	private final Map<String, String> groupes = new HashMap<>();

	private final Map<String, String> mefs = new HashMap<>();

	private final Map<String, String> identifiants = new HashMap<>();

	private final Set<String> presents = new HashSet<>();

	private final Set<String> vus = new HashSet<>();

	private final LocalDate rentree;

	private final LocalDate sortie;

	Juge(Path dossier, String elegroupe) {
		Noeud annee = Relecture.lire(dossier.resolve("ExportXML_Communs.zip"), "DONNEES/ANNEE_SCOLAIRE").get(0);
		this.rentree = LocalDate.parse(annee.valeur("DATE_DEBUT_ELEVE"), College.FRANCAISE);
		this.sortie = LocalDate.parse(annee.valeur("DATE_FIN_ELEVE"), College.FRANCAISE);
		Relecture.lire(dossier.resolve("ExportXML_Structures.zip"), "GROUPES/GROUPE")
			.forEach((groupe) -> this.groupes.put(groupe.attribut("CODE_STRUCTURE"),
					groupe.descendants("MEFS_APPARTENANCE", "MEF_APPARTENANCE", "CODE_MEF").get(0).texte()));
		Relecture.lire(dossier.resolve("ExportXML_ElevesAvecAdresses.zip"), "ELEVES/ELEVE").forEach(this::connaitre);
		Relecture.lire(dossier.resolve(elegroupe), "ELEVES/ELEVE").forEach(this::juger);
	}

	long absents() {
		return this.presents.stream().filter((id) -> !this.vus.contains(id)).count();
	}

	private void connaitre(Noeud eleve) {
		String id = eleve.attribut("ELEVE_ID");
		this.identifiants.put(id, id);
		this.identifiants.put(eleve.valeur("ID_NATIONAL"), id);
		this.mefs.put(id, eleve.valeur("CODE_MEF"));
		if (eleve.valeur("DATE_SORTIE") == null) {
			this.presents.add(id);
		}
	}

	private void juger(Noeud eleve) {
		this.lus++;
		String envoye = (eleve.valeur("ELEVE_ID") != null) ? eleve.valeur("ELEVE_ID") : eleve.valeur("ID_NATIONAL");
		String id = this.identifiants.get(envoye);
		if (id == null) {
			this.rejets.add(new Rejet("REJELEGROUPE_01", envoye));
		}
		else if (!this.vus.add(id)) {
			this.rejets.add(new Rejet("REJELEGROUPE_03", envoye));
		}
		else if (this.mefs.get(id) == null) {
			this.ecarts.add(new Ecart("GROUPE_B_01", id, null));
		}
		else {
			eleve.descendants("GROUPES", "GROUPE").forEach((lien) -> juger(id, lien));
		}
	}

	private void juger(String id, Noeud lien) {
		String code = lien.valeur("CODE_GROUPE");
		String faute = faute(id, code, date(lien, "DATE_DEBUT_GROUPE"), date(lien, "DATE_FIN_GROUPE"));
		if (faute != null) {
			this.ecarts.add(new Ecart(faute, id, code));
		}
		if (faute == null || faute.startsWith("ELEGRP_A")) {
			this.liens++;
		}
	}

	private String faute(String id, String code, LocalDate debut, LocalDate fin) {
		if (!this.groupes.containsKey(code)) {
			return "GROUPE_A_01";
		}
		if (!this.groupes.get(code).equals(this.mefs.get(id))) {
			return "GROUPE_B_02";
		}
		if (debut != null && debut.isAfter(this.sortie)) {
			return "ELEGRP_H_01";
		}
		if (debut != null && fin != null && !debut.isBefore(fin)) {
			return "ELEGRP_A_01";
		}
		if (debut != null && debut.isBefore(this.rentree)) {
			return "ELEGRP_A_02";
		}
		return (fin != null && fin.isAfter(this.sortie)) ? "ELEGRP_A_03" : null;
	}

	private static LocalDate date(Noeud lien, String nom) {
		return (lien.valeur(nom) != null) ? LocalDate.parse(lien.valeur(nom)) : null;
	}

}
