package fr.passerelle.publication.aaf;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import fr.passerelle.noyau.Uai;

/**
 * What a value, or one token of a compound value, must be: the words of
 * {@code -- formes:} in {@code mappings/flux/aaf}.
 */
enum Jeton {

	/** Anything, even nothing. */
	LIBRE("libre", (valeur) -> true),

	/** A text that says something. */
	TEXTE("texte", (valeur) -> !valeur.isBlank()),

	/** An AAF number. */
	NUMERO("numero", forme("[1-9][0-9]{0,17}")),

	/** The code of a school, in capitals: in lower case an importer loses it. */
	UAI("uai", (valeur) -> Uai.lire(valeur).isPresent()),

	DATE("date", Jeton::estUneDate),

	OUI_NON("oui-non", forme("[ON]")),

	BINAIRE("binaire", forme("[01]")),

	/** 1 for each of the legal representatives, 2 in charge, 0 contact. */
	LEGAL("legal", forme("[012]")),

	/** Code of the nomenclature of links between a responsable and an élève. */
	LIEN("lien", forme("[0-9]{1,2}")),

	TITRE("titre", forme("M\\.|Mme|Mlle")),

	/** A code, without blank around: « 6A » and « 6A » would be two classes. */
	CODE("code", (valeur) -> !valeur.isEmpty() && valeur.equals(valeur.strip())),

	CODE6("code6", forme("[0-9A-Z]{6}")),

	CODE11("code11", forme("[0-9A-Z]{11}")),

	/** A school of the parcel. */
	ETABLISSEMENT("etablissement", forme("[1-9][0-9]{0,17}")),

	/** A class that the school of the same value declares. */
	CLASSE("classe", CODE.forme),

	/** A group that the school of the same value declares. */
	GROUPE("groupe", CODE.forme),

	/** A person of the file of responsables. */
	RESPONSABLE("responsable", NUMERO.forme),

	/** A subject of the file of subjects. */
	MATIERE("matiere", CODE6.forme),

	/** A formation of the file of formations. */
	MEF("mef", CODE11.forme);

	private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/uuuu")
		.withResolverStyle(ResolverStyle.STRICT);

	private final String mot;

	private final Predicate<String> forme;

	Jeton(String mot, Predicate<String> forme) {
		this.mot = mot;
		this.forme = forme;
	}

	/** The word of the mappings. */
	String mot() {
		return this.mot;
	}

	boolean accepte(String valeur) {
		return this.forme.test(valeur);
	}

	/** Whether the parcel itself must hold what it names. */
	boolean estUneReference() {
		return ordinal() >= ETABLISSEMENT.ordinal();
	}

	private static Predicate<String> forme(String motif) {
		return Pattern.compile(motif).asMatchPredicate();
	}

	private static boolean estUneDate(String valeur) {
		try {
			return LocalDate.parse(valeur, JOUR) != null;
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

}
