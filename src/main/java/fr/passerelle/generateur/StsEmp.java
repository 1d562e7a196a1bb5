package fr.passerelle.generateur;

/** {@code STS_EDT}: what STS-WEB gives to the timetable, except for its tables. */
final class StsEmp {

	private final College college;

	private final Structure structure;

	private final Equipe equipe;

	StsEmp(College college) {
		this.college = college;
		this.structure = college.structure();
		this.equipe = college.equipe();
	}

	static String nom(College college) {
		return nom(college.etablissement().uai().code(), college.annee().millesimeSts());
	}

	static String nom(String uai, int millesime) {
		return "sts_emp_" + uai + "_" + millesime + ".xml";
	}

	void ecrire(Document xml) {
		xml.ouvrir("STS_EDT");
		StsTables.parametres(xml, this.college);
		StsTables.nomenclatures(xml);
		xml.ouvrir("DONNEES").ouvrir("INDIVIDUS");
		this.equipe.individus().forEach((individu) -> individu(xml, individu));
		xml.fermer().ouvrir("STRUCTURE").ouvrir("DIVISIONS");
		this.structure.blocs().forEach((bloc) -> divisions(xml, bloc));
		xml.fermer().ouvrir("GROUPES");
		this.structure.blocs().forEach((bloc) -> groupes(xml, bloc));
		groupeSansSiecle(xml);
		xml.fermer(2).vide("SUPPLEANTS").fermer(2);
	}

	private void individu(Document xml, Equipe.Individu individu) {
		xml.ouvrir("INDIVIDU", "ID", individu.agent().id(), "TYPE", individu.agent().type())
			.valeur("SEXE", individu.sexe())
			.valeur("CIVILITE", individu.sexe().isEmpty() ? "1" : individu.sexe())
			.valeur("NOM_USAGE", individu.nomUsage())
			.valeur("NOM_PATRONYMIQUE", individu.nomPatronymique())
			.valeur("PRENOM", individu.prenom())
			.valeur("DATE_NAISSANCE", individu.naissance())
			.valeur("GRADE", individu.grade())
			.valeur("FONCTION", individu.fonction());
		principal(xml, individu);
		discipline(xml, individu.matiere());
		xml.fermer();
	}

	private void principal(Document xml, Equipe.Individu individu) {
		if (individu.principal().isEmpty()) {
			return;
		}
		xml.ouvrir("PROFS_PRINC");
		for (int ordre : individu.principal()) {
			xml.ouvrir("PROF_PRINC").valeur("CODE_STRUCTURE", this.structure.division(ordre).code());
			if (ordre % 3 == 0) {
				xml.valeur("DATE_DEBUT", this.college.annee().rentree())
					.valeur("DATE_FIN", this.college.annee().sortie());
			}
			xml.fermer();
		}
		xml.fermer();
	}

	private static void discipline(Document xml, Matiere matiere) {
		if (matiere != null) {
			xml.ouvrir("DISCIPLINES")
				.ouvrir("DISCIPLINE", "CODE", matiere.discipline)
				.valeur("LIBELLE_COURT", matiere.libelleDiscipline)
				.valeur("NB_HEURES", "18.00")
				.fermer(2);
		}
	}

	private void divisions(Document xml, Bloc bloc) {
		for (Division division : bloc.divisions()) {
			long effectif = bloc.effectif(division);
			xml.ouvrir("DIVISION", "CODE", division.code()).valeur("LIBELLE_LONG", division.libelle());
			StsTables.effectifs(xml, effectif);
			mef(xml, division.niveau(), effectif);
			xml.ouvrir("SERVICES");
			Service.de(division, this.equipe).forEach((service) -> service(xml, service));
			xml.fermer(2);
		}
	}

	private void groupes(Document xml, Bloc bloc) {
		for (Groupe groupe : bloc.groupes()) {
			long effectif = 0;
			for (Division division : groupe.divisions()) {
				effectif += bloc.effectif(groupe, division);
			}
			groupe(xml, groupe, effectif, bloc);
		}
	}

	private void groupe(Document xml, Groupe groupe, long effectif, Bloc bloc) {
		xml.ouvrir("GROUPE", "CODE", groupe.code()).valeur("LIBELLE_LONG", groupe.libelle());
		StsTables.effectifs(xml, effectif);
		xml.valeur("EFFECTIF_MAX_EDT", effectif + 2).ouvrir("DIVISIONS_APPARTENANCE");
		for (Division division : groupe.divisions()) {
			xml.ouvrir("DIVISION_APPARTENANCE", "CODE", division.code());
			StsTables.effectifs(xml, bloc.effectif(groupe, division));
			xml.fermer();
		}
		xml.fermer();
		mef(xml, groupe.niveau(), effectif);
		xml.ouvrir("SERVICES");
		service(xml, Service.de(groupe, this.equipe));
		xml.fermer(2);
	}

	/** A group not yet sent to SIECLE, when that is one of the anomalies. */
	private void groupeSansSiecle(Document xml) {
		if (this.college.etablissement().fautif()) {
			Bloc bloc = this.structure.bloc(Niveau.SIXIEME, 0);
			groupe(xml, new Groupe(Liens.GROUPE_STS_SEUL, "PAS ENCORE DANS SIECLE", Matiere.FRANCAIS, bloc.divisions(),
					Groupe.Place.AIDE), 0, bloc);
		}
	}

	private static void mef(Document xml, Niveau niveau, long effectif) {
		xml.ouvrir("MEFS_APPARTENANCE").ouvrir("MEF_APPARTENANCE", "CODE", niveau.mef);
		StsTables.effectifs(xml, effectif);
		xml.fermer(2);
	}

	private static void service(Document xml, Service service) {
		xml.ouvrir("SERVICE", "CODE_MATIERE", service.matiere().code, "CODE_MOD_COURS", service.modalite());
		if (!service.agents().isEmpty()) {
			xml.ouvrir("ENSEIGNANTS");
			service.agents().forEach((agent) -> xml.vide("ENSEIGNANT", "ID", agent.id(), "TYPE", agent.type()));
			xml.fermer();
		}
		xml.fermer();
	}

}
