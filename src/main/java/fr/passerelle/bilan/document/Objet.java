package fr.passerelle.bilan.document;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The objects of a document, in the order their lists are written: the two degrees use
 * some of them each, in the same order.
 */
public enum Objet {

	RESPONSABLE_ETAB("responsables-etab", "responsable-etab", ResponsableEtab.class),
	DIRECTEUR("directeurs", "directeur", Directeur.class), CLASSE("classes", "classe", Classe.class),
	ELEVE("eleves", "eleve", Eleve.class), PERIODE("periodes", "periode", Periode.class),
	DISCIPLINE("disciplines", "discipline", Discipline.class),
	ENSEIGNANT("enseignants", "enseignant", Enseignant.class),
	ELEMENT_PROGRAMME("elements-programme", "element-programme", ElementProgramme.class),
	COMPETENCES_NUMERIQUES_COMMUN("competences-numeriques-communs", "competences-numeriques-commun",
			CompetencesNumeriquesCommun.class),
	PARCOURS_COMMUN("parcours-communs", "parcours-commun", ParcoursCommun.class),
	VIE_SCOLAIRE_COMMUN("vies-scolaires-communs", "vie-scolaire-commun", VieScolaireCommun.class),
	EPI_THEMATIQUE("epis-thematiques", "epi-thematique", EpiThematique.class), EPI("epis", "epi", Epi.class),
	EPI_GROUPE("epis-groupes", "epi-groupe", EpiGroupe.class), ACC_PERSO("acc-persos", "acc-perso", AccPerso.class),
	ACC_PERSO_GROUPE("acc-persos-groupes", "acc-perso-groupe", AccPersoGroupe.class),
	BILAN_PERIODIQUE("bilans-periodiques", "bilan-periodique", BilanPeriodique.class),
	BILAN_CYCLE("bilans-cycle", "bilan-cycle", BilanCycle.class);

	/** The namespace of the documents, of both degrees and of every version. */
	public static final String ESPACE = "urn:fr:edu:scolarite:lsun:bilans:import";

	private static final Map<String, Objet> PAR_ELEMENT = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(Objet::element, Function.identity()));

	private final String liste;

	private final String element;

	private final Class<?> type;

	Objet(String liste, String element, Class<?> type) {
		this.liste = liste;
		this.element = element;
		this.type = type;
	}

	/** The element that holds all the objects of this kind. */
	public String liste() {
		return this.liste;
	}

	public String element() {
		return this.element;
	}

	public Class<?> type() {
		return this.type;
	}

	/** The kind of the objects of this element, or null. */
	public static Objet de(String element) {
		return PAR_ELEMENT.get(element);
	}

}
