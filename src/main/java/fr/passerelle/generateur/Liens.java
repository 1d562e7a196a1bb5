package fr.passerelle.generateur;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The links of the élèves of a collège to their groups, right or wrong on purpose. */
final class Liens {

	static final String GROUPE_INCONNU = "ZZ GR INCONNU";

	static final String GROUPE_STS_SEUL = "6 AVANT 4A GR1";

	private final College college;

	private final Annee annee;

	private final Semis semis;

	Liens(College college) {
		this.college = college;
		this.annee = college.annee();
		this.semis = college.semis();
	}

	/** The links written for an élève; none for one who is not written. */
	List<Lien> de(Bloc bloc, Eleve eleve) {
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

	/** The links of an élève as if nothing were wrong. */
	List<Lien> nominaux(Bloc bloc, Eleve eleve) {
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

	/**
	 * A link as it is written.
	 *
	 * @param groupe CODE_GROUPE
	 * @param debut start, or null
	 * @param fin end, or null
	 */
	record Lien(String groupe, LocalDate debut, LocalDate fin) {

		void ecrire(Document xml) {
			xml.ouvrir("GROUPE")
				.valeur("CODE_GROUPE", this.groupe)
				.valeur("DATE_DEBUT_GROUPE", this.debut)
				.valeur("DATE_FIN_GROUPE", this.fin)
				.fermer();
		}

	}

}
