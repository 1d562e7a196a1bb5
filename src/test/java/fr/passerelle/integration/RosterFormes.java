package fr.passerelle.integration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

/** The field tables of OneRoster 1.2, written again to judge answers: ! is required. */
final class RosterFormes {

	private static final String BASE = "sourcedId!:texte status!:statut dateLastModified!:moment ";

	private static final Map<String, String> FORMES = Map.of("academicSessions", BASE
			+ "title!:texte startDate!:jour endDate!:jour type!:periode parent:academicSession children:academicSession* schoolYear!:annee",
			"orgs", BASE + "name!:texte type!:organisation identifier:texte parent:org children:org*", "courses",
			BASE + "title!:texte schoolYear:academicSession courseCode:texte grades:texte* subjects:texte* org!:org subjectCodes:texte*",
			"classes",
			BASE + "title!:texte classCode:texte classType!:classe location:texte grades:texte* subjects:texte* course!:course school!:org terms!:academicSession* "
					+ "subjectCodes:texte* periods:texte*",
			"users",
			BASE + "userMasterIdentifier:texte username!:texte userIds:identifiant* enabledUser!:booleen givenName!:texte familyName!:texte middleName:texte "
					+ "preferredFirstName:texte preferredMiddleName:texte preferredLastName:texte pronouns:texte roles!:role* primaryOrg:org identifier:texte "
					+ "email:texte sms:texte phone:texte agents:user* grades:texte*",
			"enrollments",
			BASE + "user!:user class!:class school!:org role!:inscription primary:booleen beginDate:jour endDate:jour",
			"demographics", BASE + "birthDate:jour sex:sexe countryOfBirthCode:texte cityOfBirth:texte", "identifiant",
			"type!:texte identifier!:texte", "role",
			"roleType!:rang role!:fonction org!:org userProfile:texte beginDate:jour endDate:jour");

	private static final Map<String, Predicate<String>> TEXTES = Map
		.ofEntries(Map.entry("texte", (texte) -> !texte.isBlank()),
				Map.entry("statut", Set.of("active", "tobedeleted")::contains),
				Map.entry("moment", (texte) -> texte.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z")),
				Map.entry("jour", (texte) -> texte.matches("\\d{4}-\\d\\d-\\d\\d")),
				Map.entry("annee", (texte) -> texte.matches("\\d{4}")),
				Map.entry("periode", Set.of("gradingPeriod", "semester", "schoolYear", "term")::contains),
				Map.entry("organisation",
						Set.of("department", "school", "district", "local", "state", "national")::contains),
				Map.entry("classe", Set.of("homeroom", "scheduled")::contains),
				Map.entry("booleen", Set.of("true", "false")::contains),
				Map.entry("rang", Set.of("primary", "secondary")::contains),
				Map.entry("inscription", Set.of("administrator", "proctor", "student", "teacher")::contains),
				Map.entry("sexe", Set.of("male", "female", "unspecified", "other")::contains),
				Map.entry("fonction", (texte) -> texte.startsWith("ext:") || Set
					.of("aide", "counselor", "districtAdministrator", "guardian", "parent", "principal", "proctor",
							"relative", "siteAdministrator", "student", "systemAdministrator", "teacher")
					.contains(texte)));

	/** Kinds of reference, and the collection their addresses are in. */
	private static final Map<String, String> REFERENCES = Map.of("org", "orgs", "user", "users", "class", "classes",
			"course", "courses", "academicSession", "academicSessions");

	private static final Map<String, String> TYPES = Map.of("terms", "academicSessions", "gradingPeriods",
			"academicSessions", "schools", "orgs", "students", "users", "teachers", "users");

	private static final Map<String, String> SINGULIERS = Map.of("academicSessions", "academicSession", "orgs", "org",
			"courses", "course", "classes", "class", "users", "user", "enrollments", "enrollment");

	private RosterFormes() {
	}

	static String singulier(String liste) {
		return SINGULIERS.get(TYPES.getOrDefault(liste, liste));
	}

	/** What an object of a list has that it must not have, or has not and must. */
	static List<String> fautes(String liste, JsonNode objet) {
		Map<String, String> champs = new LinkedHashMap<>();
		List<String> fautes = new ArrayList<>();
		for (String champ : FORMES.get(TYPES.getOrDefault(liste, liste)).split(" ")) {
			String[] nomEtSorte = champ.split(":");
			String nom = nomEtSorte[0].replace("!", "");
			champs.put(nom, nomEtSorte[1]);
			if (champ.contains("!") && !objet.has(nom)) {
				fautes.add(nom + " is missing");
			}
		}
		objet.properties().forEach((un) -> {
			String sorte = champs.get(un.getKey());
			if (sorte == null || !estConforme(sorte, un.getValue())) {
				fautes.add(un.getKey() + " is not " + sorte);
			}
		});
		return fautes;
	}

	private static boolean estConforme(String sorte, JsonNode valeur) {
		if (sorte.endsWith("*")) {
			String une = sorte.substring(0, sorte.length() - 1);
			boolean toutes = valeur.isArray() && !valeur.isEmpty();
			for (JsonNode element : valeur) {
				toutes = toutes && estConforme(une, element);
			}
			return toutes;
		}
		if (REFERENCES.containsKey(sorte)) {
			return valeur.size() == 3 && valeur.path("type").asText().equals(sorte)
					&& valeur.path("href")
						.asText()
						.endsWith("/ims/oneroster/rostering/v1p2/" + REFERENCES.get(sorte) + "/"
								+ valeur.path("sourcedId").asText().replace(" ", "%20"));
		}
		return FORMES.containsKey(sorte) ? fautes(sorte, valeur).isEmpty()
				: valeur.isTextual() && TEXTES.get(sorte).test(valeur.asText());
	}

}
