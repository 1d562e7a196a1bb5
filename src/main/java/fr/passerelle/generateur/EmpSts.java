package fr.passerelle.generateur;

import java.time.LocalDate;
import java.util.List;

/** {@code EDT_STS}: the services with their lessons, as the timetable sends them back. */
final class EmpSts {

	private static final int SALLES = 40;

	private final College college;

	private final Structure structure;

	private final Equipe equipe;

	EmpSts(College college) {
		this.college = college;
		this.structure = college.structure();
		this.equipe = college.equipe();
	}

	static String nom(College college) {
		return "emp_sts_" + college.etablissement().uai() + "_" + college.annee().millesimeSts() + ".xml";
	}

	void ecrire(Document xml) {
		xml.ouvrir("EDT_STS").ouvrir("PARAMETRES").valeur("UAJ", this.college.etablissement().uai());
		xml.valeur("ANNEE_SCOLAIRE", this.college.annee().millesimeSts());
		xml.valeur("APPLICATION_SOURCE", "EDITEUR_PRIVE").fermer().ouvrir("DONNEES");
		horaires(xml);
		alternances(xml);
		salles(xml);
		indemnites(xml);
		xml.ouvrir("STRUCTURE").ouvrir("DIVISIONS");
		this.structure.blocs()
			.flatMap((bloc) -> bloc.divisions().stream())
			.forEach((division) -> division(xml, division));
		xml.fermer().ouvrir("GROUPES");
		this.structure.blocs().forEach((bloc) -> bloc.groupes().forEach((groupe) -> groupe(xml, bloc, groupe)));
		xml.fermer(4);
	}

	private static void horaires(Document xml) {
		xml.ouvrir("HORAIRES");
		for (int jour = 1; jour <= 5; jour++) {
			xml.ouvrir("HORAIRE", "JOUR", jour).valeur("DEBUT_COURS", "0800").valeur("FIN_COURS", "1700").fermer();
		}
		xml.fermer();
	}

	private void alternances(Document xml) {
		List<LocalDate> semaines = this.college.annee().semaines();
		xml.ouvrir("ALTERNANCES");
		alternance(xml, "H", "Hebdo", "Toutes les semaines", semaines);
		alternance(xml, "SA", "Sem. A", "Semaines A",
				semaines.stream().filter((jour) -> semaine(jour) % 2 == 0).toList());
		alternance(xml, "SB", "Sem. B", "Semaines B",
				semaines.stream().filter((jour) -> semaine(jour) % 2 != 0).toList());
		xml.fermer();
	}

	private static long semaine(LocalDate lundi) {
		return lundi.toEpochDay() / 7;
	}

	private static void alternance(Document xml, String code, String court, String complet, List<LocalDate> lundis) {
		xml.ouvrir("ALTERNANCE", "CODE", code).valeur("LIBELLE_COURT", court).valeur("LIBELLE_LONG", complet);
		xml.ouvrir("SEMAINES");
		lundis.forEach((lundi) -> xml.valeur("DATE_DEBUT_SEMAINE", lundi));
		xml.fermer(2);
	}

	private static void salles(Document xml) {
		xml.ouvrir("SALLES_COURS");
		for (int i = 0; i < SALLES; i++) {
			xml.ouvrir("SALLE_COURS", "CODE", salle(i)).vide("GROUPE_SALLE").vide("LOCALISATION").fermer();
		}
		xml.fermer();
	}

	private static String salle(int numero) {
		return "B" + Chiffres.sur(2, numero % SALLES + 1);
	}

	/** Only those who are paid for being head teachers are listed here. */
	private void indemnites(Document xml) {
		xml.ouvrir("INDIVIDUS");
		this.equipe.individus().filter((individu) -> !individu.principal().isEmpty()).forEach((individu) -> {
			xml.ouvrir("INDIVIDU", "ID", individu.agent().id()).ouvrir("INDEMNITES");
			for (int ordre : individu.principal()) {
				Division division = this.structure.division(ordre);
				xml.ouvrir("INDEMNITE")
					.valeur("CODE_STRUCTURE", division.code())
					.valeur("MEFSTAT4", division.niveau().mefstat().substring(0, 4))
					.fermer();
			}
			xml.fermer().vide("ARES").fermer();
		});
		xml.fermer();
	}

	private void division(Document xml, Division division) {
		xml.ouvrir("DIVISION", "CODE", division.code()).ouvrir("SERVICES");
		int place = division.ordre();
		for (Service service : Service.de(division, this.equipe)) {
			service(xml, service, place++);
		}
		xml.fermer(2);
	}

	private void groupe(Document xml, Bloc bloc, Groupe groupe) {
		long effectif = groupe.divisions().stream().mapToLong((division) -> bloc.effectif(groupe, division)).sum();
		xml.ouvrir("GROUPE", "CODE", groupe.code()).vide("LIBELLE_LONG");
		xml.valeur("EFFECTIF_PREVU", effectif)
			.valeur("EFFECTIF_MAX_EDT", effectif + 2)
			.ouvrir("DIVISIONS_APPARTENANCE");
		for (Division division : groupe.divisions()) {
			xml.ouvrir("DIVISION_APPARTENANCE", "CODE", division.code());
			xml.valeur("EFFECTIF_PREVU", bloc.effectif(groupe, division)).fermer();
		}
		xml.fermer().ouvrir("SERVICES");
		service(xml, Service.de(groupe, this.equipe), groupe.divisions().get(0).ordre() + groupe.place().ordinal());
		xml.fermer(2);
	}

	private static void service(Document xml, Service service, int place) {
		xml.ouvrir("SERVICE", "CODE_MATIERE", service.matiere().code, "CODE_MOD_COURS", service.modalite());
		xml.valeur("HEURES_STRUCTURE", "2.00").valeur("CO_ENS", service.coEnseignement()).ouvrir("ENSEIGNANTS");
		for (Equipe.Agent agent : service.agents()) {
			xml.ouvrir("ENSEIGNANT", "TYPE", agent.type(), "ID", agent.id());
			xml.valeur("HEURES_AGENT", "2.00").ouvrir("COURS_RATTACHES");
			cours(xml, "H", place);
			cours(xml, (place % 2 == 0) ? "SA" : "SB", place + 7);
			xml.fermer(2);
		}
		xml.fermer(2);
	}

	private static void cours(Document xml, String alternance, int place) {
		xml.ouvrir("COURS")
			.valeur("CODE_ALTERNANCE", alternance)
			.valeur("JOUR", place % 5 + 1)
			.valeur("HEURE_DEBUT", Chiffres.sur(2, 8 + place / 5 % 8) + "00")
			.valeur("DUREE", "0100")
			.valeur("CODE_SALLE", salle(place))
			.fermer();
	}

}
