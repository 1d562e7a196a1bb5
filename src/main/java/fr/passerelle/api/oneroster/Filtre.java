package fr.passerelle.api.oneroster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fr.passerelle.publication.oneroster.Champ;
import fr.passerelle.publication.oneroster.Condition;
import fr.passerelle.publication.oneroster.Condition.Operateur;
import fr.passerelle.publication.oneroster.Ressource;

/**
 * Reads the {@code filter} of a call:
 * {@code role='student' AND dateLastModified>'2026-01-01'}; AND binds before OR, a quote
 * in a value is doubled.
 */
final class Filtre {

	/** More than any consumer asks; each costs a comparison of every object. */
	private static final int MAX_CONDITIONS = 10;

	private static final int MAX_LONGUEUR = 2_000;

	private static final Pattern CONDITION = Pattern.compile(
			"\\G\\s*(?<champ>[A-Za-z.]+)\\s*(?<signe>!=|>=|<=|=|>|<|~)\\s*'(?<valeur>[^'\\x00]*+(?:''[^'\\x00]*+)*+)'\\s*(?<suite>AND\\b|OR\\b|$)");

	private Filtre() {
	}

	/** Alternatives, each of conditions that all hold; none without a filter. */
	static List<List<Condition>> lire(String texte, Ressource ressource) {
		List<List<Condition>> alternatives = new ArrayList<>();
		if (texte == null) {
			return alternatives;
		}
		exiger(texte.length() <= MAX_LONGUEUR, "« filter » a plus de " + MAX_LONGUEUR + " caractères.");
		Matcher lu = CONDITION.matcher(texte);
		List<Condition> toutes = new ArrayList<>();
		int nombre = 0;
		String suite = "AND";
		while (!suite.isEmpty()) {
			exiger(lu.find(),
					"« filter » s'écrit champ='valeur', avec =, !=, >, >=, <, <= ou ~, et AND ou OR entre deux conditions.");
			exiger(++nombre <= MAX_CONDITIONS, "« filter » a plus de " + MAX_CONDITIONS + " conditions.");
			toutes.add(condition(lu, ressource));
			suite = lu.group("suite");
			if (!suite.equals("AND")) {
				alternatives.add(List.copyOf(toutes));
				toutes.clear();
			}
		}
		return alternatives;
	}

	private static Condition condition(Matcher lu, Ressource ressource) {
		Champ champ = ressource.trouver(lu.group("champ"))
			.orElseThrow(() -> Refus.invalide("invalid_filter_field", "« filter » nomme un champ qui n'existe pas : "
					+ lu.group("champ") + ". Connus : " + String.join(", ", ressource.champs().keySet()) + "."));
		Operateur operateur = Operateur.lire(lu.group("signe"));
		String valeur = lu.group("valeur").replace("''", "'");
		if (!Condition.estUnMoment(champ)) {
			return new Condition(champ, operateur, valeur);
		}
		exiger(operateur != Operateur.CONTIENT, "« ~ » ne s'applique pas à une date.");
		return new Condition(champ, operateur, moment(valeur));
	}

	/** A date, or a date and an hour, of UTC unless it says another. */
	private static Instant moment(String valeur) {
		return Stream
			.<Function<String, Instant>>of((texte) -> OffsetDateTime.parse(texte).toInstant(),
					(texte) -> LocalDateTime.parse(texte).toInstant(ZoneOffset.UTC),
					(texte) -> LocalDate.parse(texte).atStartOfDay().toInstant(ZoneOffset.UTC))
			.map((lecture) -> essayer(lecture, valeur))
			.filter((lu) -> lu != null && lu.atOffset(ZoneOffset.UTC).getYear() > 0
					&& lu.atOffset(ZoneOffset.UTC).getYear() < 10_000)
			.findFirst()
			.orElseThrow(() -> Refus.invalide("invalid_filter_field",
					"« dateLastModified » se compare à une date : 2026-01-31 ou 2026-01-31T08:00:00Z."));
	}

	private static Instant essayer(Function<String, Instant> lecture, String valeur) {
		try {
			return lecture.apply(valeur);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static void exiger(boolean vrai, String description) {
		if (!vrai) {
			throw Refus.invalide("invalid_filter_field", description);
		}
	}

}
