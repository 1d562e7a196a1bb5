package fr.passerelle.api.oneroster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A list of the protocol: which kind of object, and which keys ({@code cles} of the
 * mappings) an object in it has; {@code %s} is the identifier of what it is the list of.
 *
 * @param singulier name of one of its objects in an answer
 */
record Adresse(String type, String singulier, List<String> cles) {

	private static final Adresse CLASSES = new Adresse("classes", "class", List.of());

	private static final Adresse UTILISATEURS = new Adresse("users", "user", List.of());

	private static final Adresse PERIODES = new Adresse("academicSessions", "academicSession", List.of());

	private static final Adresse INSCRIPTIONS = new Adresse("enrollments", "enrollment", List.of());

	private static final Adresse COURS = new Adresse("courses", "course", List.of());

	private static final Adresse ORGANISATIONS = new Adresse("orgs", "org", List.of());

	private static final Map<String, Adresse> LISTES = Map.ofEntries(Map.entry("academicSessions", PERIODES),
			Map.entry("terms", PERIODES.de("type@term")),
			Map.entry("gradingPeriods", PERIODES.de("type@gradingPeriod")), Map.entry("orgs", ORGANISATIONS),
			Map.entry("schools", ORGANISATIONS.de("type@school")), Map.entry("courses", COURS),
			Map.entry("classes", CLASSES), Map.entry("users", UTILISATEURS),
			Map.entry("students", UTILISATEURS.de("role@student")),
			Map.entry("teachers", UTILISATEURS.de("role@teacher")), Map.entry("enrollments", INSCRIPTIONS),
			Map.entry("demographics", new Adresse("demographics", "demographics", List.of())));

	private static final Map<String, Adresse> SOUS_LISTES = Map.ofEntries(
			Map.entry("schools/classes", CLASSES.de("school@%s")), Map.entry("schools/courses", COURS.de("school@%s")),
			Map.entry("schools/enrollments", INSCRIPTIONS.de("school@%s")),
			Map.entry("schools/students", UTILISATEURS.de("student@%s")),
			Map.entry("schools/teachers", UTILISATEURS.de("teacher@%s")),
			Map.entry("schools/terms", PERIODES.de("type@term", "school@%s")),
			Map.entry("classes/students", UTILISATEURS.de("student@%s")),
			Map.entry("classes/teachers", UTILISATEURS.de("teacher@%s")),
			Map.entry("classes/enrollments", INSCRIPTIONS.de("class@%s")),
			Map.entry("students/classes", CLASSES.de("student@%s")),
			Map.entry("teachers/classes", CLASSES.de("teacher@%s")), Map.entry("users/classes", CLASSES.de("user@%s")),
			Map.entry("courses/classes", CLASSES.de("course@%s")), Map.entry("terms/classes", CLASSES.de("term@%s")),
			Map.entry("terms/gradingPeriods", PERIODES.de("type@gradingPeriod", "parent@%s")));

	/** The list of everything of this name. */
	static Adresse liste(String nom) {
		return Optional.ofNullable(LISTES.get(nom)).orElseThrow(Refus::inconnu);
	}

	/** The list of this name that an object of another has. */
	static Adresse sousListe(String parent, String id, String nom) {
		Adresse adresse = Optional.ofNullable(SOUS_LISTES.get(parent + "/" + nom)).orElseThrow(Refus::inconnu);
		return new Adresse(adresse.type, adresse.singulier,
				adresse.cles.stream().map((cle) -> cle.replace("%s", id)).toList());
	}

	/** The names of all lists. */
	static Set<String> noms() {
		return new TreeSet<>(LISTES.keySet());
	}

	/** The names of the lists that objects have, by the list the objects are in. */
	static Map<String, List<String>> nomsDeSousListes() {
		return SOUS_LISTES.keySet()
			.stream()
			.sorted()
			.map((nom) -> nom.split("/"))
			.collect(Collectors.groupingBy((deux) -> deux[0], TreeMap::new,
					Collectors.mapping((deux) -> deux[1], Collectors.toList())));
	}

	/** The collection where an object that is referred to as such is found. */
	static String collection(String type) {
		return switch (type) {
			case "class" -> "classes";
			default -> type + "s";
		};
	}

	private Adresse de(String... desCles) {
		return new Adresse(this.type, this.singulier, List.of(desCles));
	}

}
