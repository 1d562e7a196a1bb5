package fr.passerelle.generateur;

import java.util.ArrayList;
import java.util.List;

import fr.passerelle.generateur.Attendu.Compte;
import fr.passerelle.generateur.Attendu.Ecart;
import fr.passerelle.generateur.Attendu.FichierAttendu;
import fr.passerelle.generateur.Attendu.Rejet;

/** Foretells what the hub finds in the link file of a collège, in one pass over it. */
final class Prevision {

	private final College college;

	private final Liens semes;

	private final List<Rejet> rejets = new ArrayList<>();

	private final List<Ecart> ecarts = new ArrayList<>();

	private int eleves;

	private int lus;

	private int absents;

	private int liens;

	private int divisions;

	private int groupes;

	Prevision(College college) {
		this.college = college;
		this.semes = new Liens(college);
		for (int i = 0; i < college.semis().inconnus(); i++) {
			this.lus++;
			this.rejets.add(new Rejet("REJELEGROUPE_01", Long.toString(Elegroupe.identifiantInconnu(i))));
		}
		college.structure().blocs().forEach(this::compter);
	}

	FichierAttendu fichier(String nom, int ordre) {
		boolean sain = this.rejets.isEmpty() && this.ecarts.isEmpty();
		return new FichierAttendu(nom, "ELEGROUPE", ordre, sain ? "traite" : "traite_avec_anomalies", null, this.lus,
				this.absents, this.rejets, this.ecarts);
	}

	Compte compte() {
		return new Compte(this.eleves, this.divisions, this.groupes, this.liens, this.college.equipe().personnes());
	}

	private void compter(Bloc bloc) {
		this.divisions += bloc.divisions().size();
		this.groupes += bloc.groupes().size();
		bloc.eleves().forEach((eleve) -> compter(bloc, eleve));
	}

	private void compter(Bloc bloc, Eleve eleve) {
		this.eleves++;
		if (eleve.parti()) {
			return;
		}
		Faute faute = this.college.semis().faute(eleve.rang());
		if (faute == Faute.ABSENT) {
			this.absents++;
			return;
		}
		this.lus++;
		this.liens += bloc.groupes(eleve).size();
		if (faute != null) {
			prevoir(faute, bloc, eleve);
		}
	}

	private void prevoir(Faute faute, Bloc bloc, Eleve eleve) {
		String premier = bloc.groupesPossibles(eleve).get(0).code();
		switch (faute) {
			case GROUPE_INCONNU -> ecart("GROUPE_A_01", eleve, Liens.GROUPE_INCONNU);
			case GROUPE_STS_SEUL -> ecart("GROUPE_A_01", eleve, Liens.GROUPE_STS_SEUL);
			case SANS_MEF -> ecart("GROUPE_B_01", eleve, null);
			case HORS_MEF -> ecart("GROUPE_B_02", eleve, this.semes.groupeHorsMef(eleve).code());
			case DATES_INVERSEES -> ecart("ELEGRP_A_01", eleve, premier);
			case DEBUT_AVANT_RENTREE -> ecart("ELEGRP_A_02", eleve, premier);
			case FIN_DES_PROFESSEURS -> ecart("ELEGRP_A_03", eleve, premier);
			case HORS_ANNEE -> ecart("ELEGRP_H_01", eleve, Liens.autreMoitie(bloc, eleve).code());
			case PLUSIEURS -> {
				ecart("GROUPE_A_01", eleve, Liens.GROUPE_INCONNU);
				ecart("GROUPE_B_02", eleve, this.semes.groupeHorsMef(eleve).code());
				ecart("ELEGRP_A_03", eleve, premier);
			}
			default -> {
				this.lus++;
				this.rejets.add(new Rejet("REJELEGROUPE_03", eleve.identite().ine()));
			}
		}
	}

	private void ecart(String code, Eleve eleve, String groupe) {
		this.ecarts.add(new Ecart(code, Long.toString(eleve.id()), groupe));
	}

}
