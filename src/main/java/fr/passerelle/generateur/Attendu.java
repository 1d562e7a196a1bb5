package fr.passerelle.generateur;

import java.util.List;

/**
 * What the hub should answer to the files of an académie, and hold once all are applied.
 * Élèves are named by their identifiers only.
 *
 * @param graine seed
 * @param anneeScolaire school year of the northern schools
 * @param etablissements the schools, in the order of their ranks
 */
public record Attendu(long graine, int anneeScolaire, List<EtablissementAttendu> etablissements) {

	public Attendu {
		etablissements = List.copyOf(etablissements);
	}

	/**
	 * One school.
	 *
	 * @param uai its code, also the name of its folder
	 * @param nature college or ecole
	 * @param territoire metropole or nouvelle-caledonie
	 * @param anneeScolaire its school year
	 * @param fichiers its files, in the order to deposit them
	 * @param compte what the référentiel should hold
	 */
	public record EtablissementAttendu(String uai, String nature, String territoire, int anneeScolaire,
			List<FichierAttendu> fichiers, Compte compte) {

		public EtablissementAttendu {
			fichiers = List.copyOf(fichiers);
		}

	}

	/**
	 * One file.
	 *
	 * @param fichier its name
	 * @param flux its kind, or null when it is none of the hub's
	 * @param ordre rank of its deposit
	 * @param etat final state of the deposit
	 * @param code code of the refusal, or null
	 * @param elevesLus élèves read in a link file, or null
	 * @param elevesAbsents élèves absent from a link file, or null
	 * @param rejets élèves rejected as a whole
	 * @param anomalies the other anomalies: one per élève and code
	 */
	public record FichierAttendu(String fichier, String flux, int ordre, String etat, String code, Integer elevesLus,
			Integer elevesAbsents, List<Rejet> rejets, List<Ecart> anomalies) {

		public FichierAttendu {
			rejets = List.copyOf(rejets);
			anomalies = List.copyOf(anomalies);
		}

		static FichierAttendu traite(String fichier, String flux, int ordre) {
			return new FichierAttendu(fichier, flux, ordre, "traite", null, null, null, List.of(), List.of());
		}

		static FichierAttendu refuse(String fichier, String flux, int ordre, String code) {
			return new FichierAttendu(fichier, flux, ordre, "refuse", code, null, null, List.of(), List.of());
		}

	}

	/**
	 * An élève rejected.
	 *
	 * @param code REJELEGROUPE_…
	 * @param eleve identifier as it was sent
	 */
	public record Rejet(String code, String eleve) {
	}

	/**
	 * An anomaly of an élève.
	 *
	 * @param code GROUPE_… or ELEGRP_…
	 * @param eleve ELEVE_ID
	 * @param groupe group, or null when the whole élève is concerned
	 */
	public record Ecart(String code, String eleve, String groupe) {
	}

	/**
	 * Counts of the référentiel.
	 *
	 * @param eleves élèves, those who left included
	 * @param divisions divisions, or classes of an école
	 * @param groupes groups known to SIECLE
	 * @param liens links of élèves to groups in force
	 * @param enseignants persons of STS, or teachers of an école
	 */
	public record Compte(int eleves, int divisions, int groupes, int liens, int enseignants) {
	}

}
