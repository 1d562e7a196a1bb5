package fr.passerelle.generateur;

import java.time.Clock;
import java.time.LocalDate;

/**
 * What the académie to write is like. Start from {@link #de} and change what matters.
 *
 * @param etablissements number of schools
 * @param eleves élèves in each
 * @param graine seed
 * @param premierRang rank of the first school, to write an académie in several times
 * @param premierDegre how many schools of a hundred are écoles
 * @param territoire one territory for all, or null for a mix
 * @param annee school year of every school, or null for the last rentrée past of each
 * @param jour the day that “last rentrée” is told from
 * @param anomalies whether to sow anomalies
 * @param evolution how many élèves of a hundred have changed, in files of a month later
 * @param departs how many élèves of a hundred are missing from every file
 */
public record Reglages(int etablissements, int eleves, long graine, int premierRang, int premierDegre,
		Territoire territoire, Integer annee, LocalDate jour, boolean anomalies, double evolution, double departs) {

	/** Below, there are not enough élèves for each anomaly to have its own. */
	static final int MINIMUM_POUR_ANOMALIES = 40;

	/** A serial number has three free digits in each département. */
	private static final int PLACES_PAR_DEPARTEMENT = 1000;

	public Reglages {
		exiger(etablissements > 0 && eleves > 0, "il faut au moins un établissement et un élève");
		exiger(premierRang >= 0, "le premier rang ne peut pas être négatif");
		exiger(territoire != Territoire.NOUVELLE_CALEDONIE || premierRang + etablissements <= PLACES_PAR_DEPARTEMENT,
				"la Nouvelle-Calédonie compte au plus " + PLACES_PAR_DEPARTEMENT + " établissements");
		exiger(premierRang + (long) etablissements <= 95L * PLACES_PAR_DEPARTEMENT,
				"les numéros d'établissement ne suffisent pas");
		exiger(premierDegre >= 0 && premierDegre <= 100, "--premier-degre est un pourcentage");
		exiger(evolution >= 0 && evolution <= 100, "--evolution est un pourcentage");
		exiger(departs >= 0 && departs < 100, "--departs est un pourcentage");
		exiger(!anomalies || eleves >= MINIMUM_POUR_ANOMALIES,
				"--anomalies demande au moins " + MINIMUM_POUR_ANOMALIES + " élèves par établissement");
		exiger(annee == null || annee >= 2000 && annee <= 2098, "--annee est hors de 2000–2098");
	}

	/**
	 * Schools as usual: all collèges below five, else one école in five and one of New
	 * Caledonia.
	 */
	public static Reglages de(int etablissements, int eleves, long graine, Clock horloge) {
		return new Reglages(etablissements, eleves, graine, 0, (etablissements < 5) ? 0 : 20, null, null,
				LocalDate.now(horloge), false, 0, 0);
	}

	/** Every school follows this school year. */
	public Reglages pourAnnee(int valeur) {
		return new Reglages(this.etablissements, this.eleves, this.graine, this.premierRang, this.premierDegre,
				this.territoire, valeur, this.jour, this.anomalies, this.evolution, this.departs);
	}

	/** Every school is of this territory. */
	public Reglages en(Territoire seul) {
		return new Reglages(this.etablissements, this.eleves, this.graine, this.premierRang, this.premierDegre, seul,
				this.annee, this.jour, this.anomalies, this.evolution, this.departs);
	}

	/** The first school has this rank, hence this UAI. */
	public Reglages depuisRang(int rang) {
		return new Reglages(this.etablissements, this.eleves, this.graine, rang, this.premierDegre, this.territoire,
				this.annee, this.jour, this.anomalies, this.evolution, this.departs);
	}

	/** So many schools of a hundred are écoles. */
	public Reglages avecPremierDegre(int pourcent) {
		return new Reglages(this.etablissements, this.eleves, this.graine, this.premierRang, pourcent, this.territoire,
				this.annee, this.jour, this.anomalies, this.evolution, this.departs);
	}

	/** With anomalies, counted in {@code attendu.json}. */
	public Reglages avecAnomalies() {
		return new Reglages(this.etablissements, this.eleves, this.graine, this.premierRang, this.premierDegre,
				this.territoire, this.annee, this.jour, true, this.evolution, this.departs);
	}

	/** The same académie a month later, so many élèves of a hundred having changed. */
	public Reglages avecEvolution(double pourcent) {
		return new Reglages(this.etablissements, this.eleves, this.graine, this.premierRang, this.premierDegre,
				this.territoire, this.annee, this.jour, this.anomalies, pourcent, this.departs);
	}

	/**
	 * The same académie a month later, so many élèves of a hundred being in no file any
	 * more.
	 */
	public Reglages avecDeparts(double pourcent) {
		return new Reglages(this.etablissements, this.eleves, this.graine, this.premierRang, this.premierDegre,
				this.territoire, this.annee, this.jour, this.anomalies, this.evolution, pourcent);
	}

	private static void exiger(boolean condition, String phrase) {
		if (!condition) {
			throw new IllegalArgumentException(phrase);
		}
	}

}
