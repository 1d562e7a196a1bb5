package fr.passerelle.generateur;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import fr.passerelle.generateur.Tirage.Sujet;

/** The staff of a collège, each person made on demand from its rank. */
final class Equipe {

	static final Agent BMP_EPS = new Agent(301, "local");

	private static final int DIVISIONS_PAR_ENSEIGNANT = 8;

	private static final List<String> GRADES = List.of("CERT. CL N", "CERT. H CL", "AGREGE CN", "CONTRACT.");

	private final Etablissement etablissement;

	private final Tirage tirage;

	private final int divisions;

	private final int parMatiere;

	Equipe(Etablissement etablissement, Structure structure) {
		this.etablissement = etablissement;
		this.tirage = etablissement.tirage();
		this.divisions = structure.divisions();
		this.parMatiere = Math.max(1, (this.divisions + 6) / DIVISIONS_PAR_ENSEIGNANT);
	}

	/** Persons: the placeholders of needs to be filled (BMP) are none. */
	int personnes() {
		return Matiere.values().length * this.parMatiere + 4;
	}

	/** The teacher of a subject in a division. */
	Agent enseignant(Matiere matiere, Division division) {
		return agent(matiere, (int) ((long) division.ordre() * this.parMatiere / this.divisions));
	}

	/** The head teachers of a division: one, or two in one division of five. */
	List<Matiere> principaux(int ordre) {
		Matiere premier = (ordre % 2 == 0) ? Matiere.FRANCAIS : Matiere.MATHEMATIQUES;
		return (ordre % 5 == 0) ? List.of(premier, Matiere.HISTOIRE) : List.of(premier);
	}

	/** Everybody, teachers first. */
	Stream<Individu> individus() {
		Stream<Individu> enseignants = Stream.of(Matiere.values())
			.flatMap((matiere) -> IntStream.range(0, this.parMatiere).mapToObj((rang) -> enseignant(matiere, rang)));
		return Stream.concat(enseignants, autres());
	}

	private Individu enseignant(Matiere matiere, int rang) {
		int numero = matiere.ordinal() * this.parMatiere + rang;
		return personnel(agent(matiere, rang), numero, "ENS", matiere, divisionsPrincipales(matiere, rang));
	}

	private Stream<Individu> autres() {
		int numero = Matiere.values().length * this.parMatiere;
		return Stream.of(personnel(agent(numero), numero, "DIR", null, List.of()),
				personnel(agent(numero + 1), numero + 1, "EDU", null, List.of()),
				personnel(agent(numero + 2), numero + 2, "DOC", null, List.of()),
				Individu.local(new Agent(303, "local"), nom(numero + 3), prenom(numero + 3)),
				Individu.local(BMP_EPS, "BMP EPS", "X"), Individu.local(new Agent(302, "local"), "BMP MUSIQUE", "X"));
	}

	private Individu personnel(Agent agent, int numero, String fonction, Matiere matiere, List<Integer> principal) {
		boolean femme = rangPrenom(numero) % 2 == 0;
		String nom = nom(numero);
		boolean marie = femme && numero % 9 == 2;
		int naissance = this.etablissement.annee().valeur() - 26 - this.tirage.parmi(Sujet.PERSONNEL, numero, 38);
		return new Individu(agent, femme ? "2" : "1", marie ? nom(numero + 7) : nom, nom, prenom(numero),
				LocalDate.ofYearDay(naissance, 1 + this.tirage.parmi(Sujet.NAISSANCE, -1_000_000L - numero, 365)),
				GRADES.get(numero % GRADES.size()), fonction, matiere, principal);
	}

	/** Ranks of the divisions this teacher is a head teacher of. */
	private List<Integer> divisionsPrincipales(Matiere matiere, int rang) {
		return IntStream.range(debut(rang), debut(rang + 1))
			.filter((ordre) -> principaux(ordre).contains(matiere))
			.boxed()
			.toList();
	}

	/** First division of the teacher of this rank: the inverse of {@link #enseignant}. */
	private int debut(int rang) {
		return (int) (((long) rang * this.divisions + this.parMatiere - 1) / this.parMatiere);
	}

	private Agent agent(Matiere matiere, int rang) {
		return agent(matiere.ordinal() * this.parMatiere + rang);
	}

	private Agent agent(int numero) {
		return new Agent(100_000L * (this.etablissement.rang() + 1) + numero, "epp");
	}

	private String nom(int numero) {
		return Lexique.NOMS
			.get((this.tirage.parmi(Sujet.PERSONNEL, -1, Lexique.NOMS.size()) + numero * 3) % Lexique.NOMS.size());
	}

	private String prenom(int numero) {
		return Lexique.prenom(rangPrenom(numero));
	}

	private int rangPrenom(int numero) {
		return this.tirage.parmi(Sujet.PERSONNEL, -2L - numero, Lexique.PRENOMS);
	}

	/**
	 * The key of a person in the files of STS.
	 *
	 * @param id INDIVIDU ID
	 * @param type epp or local
	 */
	record Agent(long id, String type) {
	}

	/**
	 * An INDIVIDU of STS.
	 *
	 * @param agent its key
	 * @param sexe 1, 2 or empty
	 * @param nomUsage name in use
	 * @param nomPatronymique birth name, or empty
	 * @param prenom first name
	 * @param naissance birth date, or null
	 * @param grade grade, or null
	 * @param fonction function, or null
	 * @param matiere subject of a teacher, or null
	 * @param principal ranks of the divisions it is head teacher of
	 */
	record Individu(Agent agent, String sexe, String nomUsage, String nomPatronymique, String prenom,
			LocalDate naissance, String grade, String fonction, Matiere matiere, List<Integer> principal) {

		Individu {
			principal = List.copyOf(principal);
		}

		/** A resource created by the school: little is known of it. */
		static Individu local(Agent agent, String nom, String prenom) {
			return new Individu(agent, "", nom, "", prenom, null, null, null, null, List.of());
		}

	}

}
