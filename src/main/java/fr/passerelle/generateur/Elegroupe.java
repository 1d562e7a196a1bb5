package fr.passerelle.generateur;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** {@code IMPORT_ELEVES}: which élève is in which group, with the anomalies sown. */
final class Elegroupe {

	static final String GROUPE_INCONNU = "ZZ GR INCONNU";

	static final String GROUPE_STS_SEUL = "6 AVANT 4A GR1";

	/** No school of this académie has an ELEVE_ID beyond. */
	private static final long PREMIER_INCONNU = 2_000_000_000L;

	private final College college;

	private final Annee annee;

	private final Semis semis;

	Elegroupe(College college) {
		this.college = college;
		this.annee = college.annee();
		this.semis = college.semis();
	}

	void ecrire(Document xml) {
		entete(xml, this.college.etablissement().uai().code(), this.annee.millesimeSiecle());
		this.college.structure().blocs().forEach((bloc) -> bloc.eleves().forEach((eleve) -> eleve(xml, bloc, eleve)));
		for (int i = 0; i < this.semis.inconnus(); i++) {
			inconnu(xml, identifiantInconnu(i));
		}
		doublons(xml);
		xml.fermer(3);
	}

	/** A file of the first élèves only, said to be of this school and this year. */
	void ecrireExtrait(Document xml, String uai, int millesime) {
		entete(xml, uai, millesime);
		Bloc bloc = this.college.structure().bloc(Niveau.TROISIEME, 0);
		bloc.eleves()
			.filter((eleve) -> !bloc.groupes(eleve).isEmpty())
			.limit(3)
			.forEach((eleve) -> liens(xml, eleve, false, nominaux(bloc, eleve)));
		xml.fermer(3);
	}

	/** The links written for an élève; none for one who is not written. */
	List<Lien> liens(Bloc bloc, Eleve eleve) {
		Faute faute = this.semis.faute(eleve.rang());
		if (eleve.parti() || faute == Faute.ABSENT) {
			return List.of();
		}
		List<Lien> liens = new ArrayList<>(nominaux(bloc, eleve));
		if (faute != null) {
			fauter(faute, bloc, eleve, liens);
		}
		return liens;
	}

	static long identifiantInconnu(int rang) {
		return PREMIER_INCONNU + rang;
	}

	/** A group of another MEF. */
	Groupe groupeHorsMef(Eleve eleve) {
		return this.college.structure().bloc(eleve.niveau().autre(), 0).groupes().get(0);
	}

	/** The other half of the élève's own division. */
	static Groupe autreMoitie(Bloc bloc, Eleve eleve) {
		return bloc.groupes()
			.stream()
			.filter((groupe) -> groupe.divisions().equals(List.of(eleve.division())) && !groupe.place().convient(eleve))
			.findFirst()
			.orElseThrow();
	}

	private void fauter(Faute faute, Bloc bloc, Eleve eleve, List<Lien> liens) {
		LocalDate milieu = this.annee.auxDixiemes(5);
		String premier = liens.get(0).groupe();
		switch (faute) {
			case GROUPE_INCONNU -> liens.add(new Lien(GROUPE_INCONNU, null, null));
			case GROUPE_STS_SEUL -> liens.add(new Lien(GROUPE_STS_SEUL, null, null));
			case HORS_MEF -> liens.add(new Lien(groupeHorsMef(eleve).code(), null, null));
			case DATES_INVERSEES -> liens.set(0, new Lien(premier, milieu, milieu.minusDays(30)));
			case DEBUT_AVANT_RENTREE ->
				liens.set(0, new Lien(premier, this.annee.rentree().minusDays(3), this.annee.sortie()));
			case FIN_DES_PROFESSEURS ->
				liens.set(0, new Lien(premier, this.annee.rentree(), this.annee.sortieProfesseurs()));
			case HORS_ANNEE -> liens.add(new Lien(autreMoitie(bloc, eleve).code(), this.annee.sortie().plusDays(20),
					this.annee.sortie().plusDays(40)));
			case PLUSIEURS -> {
				liens.set(0, new Lien(premier, this.annee.rentree(), this.annee.sortieProfesseurs()));
				liens.add(new Lien(GROUPE_INCONNU, null, null));
				liens.add(new Lien(groupeHorsMef(eleve).code(), null, null));
			}
			default -> {
			}
		}
	}

	private List<Lien> nominaux(Bloc bloc, Eleve eleve) {
		return bloc.groupesPossibles(eleve).stream().map((groupe) -> nominal(groupe, eleve)).toList();
	}

	/** No dates, those of the year, or a start or an end inside it. */
	private Lien nominal(Groupe groupe, Eleve eleve) {
		LocalDate entree = eleve.entree().isAfter(this.annee.rentree()) ? eleve.entree() : this.annee.rentree();
		return switch ((eleve.rang() + groupe.place().ordinal()) % 4) {
			case 0 -> new Lien(groupe.code(), null, null);
			case 1 -> new Lien(groupe.code(), entree, null);
			case 2 -> new Lien(groupe.code(), entree, this.annee.auxDixiemes(9));
			default -> new Lien(groupe.code(), entree, this.annee.sortie());
		};
	}

	private void entete(Document xml, String uai, int millesime) {
		xml.ouvrir("IMPORT_ELEVES", "VERSION", "1.4")
			.ouvrir("PARAMETRES")
			.valeur("UAJ", uai)
			.valeur("ANNEE_SCOLAIRE", millesime)
			.valeur("DATE_IMPORT", College.FRANCAISE.format(this.college.horodatageLiens()))
			.valeur("NUM_ENVOI", 12)
			.valeur("LOGICIEL", "INVENTE")
			.fermer()
			.ouvrir("DONNEES")
			.ouvrir("ELEVES");
	}

	private void eleve(Document xml, Bloc bloc, Eleve eleve) {
		List<Lien> liens = liens(bloc, eleve);
		if (!liens.isEmpty()) {
			boolean parIne = eleve.rang() % 50 == 7 && this.semis.faute(eleve.rang()) == null;
			liens(xml, eleve, parIne && eleve.identite().ine() != null, liens);
		}
	}

	private void doublons(Document xml) {
		if (this.semis.inconnus() > 0) {
			this.college.structure()
				.blocs()
				.forEach((bloc) -> bloc.eleves()
					.filter((eleve) -> this.semis.faute(eleve.rang()) == Faute.DEUX_IDENTIFIANTS)
					.forEach((eleve) -> liens(xml, eleve, true, nominaux(bloc, eleve))));
		}
	}

	private static void liens(Document xml, Eleve eleve, boolean parIne, List<Lien> liens) {
		Eleve.Identite identite = eleve.identite();
		xml.ouvrir("ELEVE")
			.valeur(parIne ? "ID_NATIONAL" : "ELEVE_ID", parIne ? identite.ine() : eleve.id())
			.valeur("NOM_DE_FAMILLE", identite.nom())
			.valeur("NOM_USAGE", identite.nomUsage().isEmpty() ? null : identite.nomUsage())
			.valeur("PRENOM", identite.prenom())
			.valeur("DATE_NAISS", identite.naissance())
			.ouvrir("GROUPES");
		liens.forEach((lien) -> lien.ecrire(xml));
		xml.fermer(2);
	}

	private void inconnu(Document xml, long identifiant) {
		xml.ouvrir("ELEVE")
			.valeur("ELEVE_ID", identifiant)
			.valeur("NOM_DE_FAMILLE", "INTROUVABLE")
			.valeur("PRENOM", "Zéphyrin")
			.valeur("DATE_NAISS", LocalDate.of(this.annee.valeur() - 12, 2, 28))
			.ouvrir("GROUPES");
		new Lien(this.college.structure().bloc(Niveau.SIXIEME, 0).groupes().get(0).code(), null, null).ecrire(xml);
		xml.fermer(2);
	}

	/**
	 * A link as it is written.
	 *
	 * @param groupe CODE_GROUPE
	 * @param debut start, or null
	 * @param fin end, or null
	 */
	record Lien(String groupe, LocalDate debut, LocalDate fin) {

		private void ecrire(Document xml) {
			xml.ouvrir("GROUPE")
				.valeur("CODE_GROUPE", this.groupe)
				.valeur("DATE_DEBUT_GROUPE", this.debut)
				.valeur("DATE_FIN_GROUPE", this.fin)
				.fermer();
		}

	}

}
