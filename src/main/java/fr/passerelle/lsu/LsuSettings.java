package fr.passerelle.lsu;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the documents leave open (LSU rules, c.10 and c.11), and who is synchronised
 * without being asked.
 */
@ConfigurationProperties("passerelle.lsu")
record LsuSettings(@DefaultValue Synchronisation synchronisation, @DefaultValue Automatique automatique) {

	/** What a synchronisation may change of an élève. */
	enum Champ {

		NOM, PRENOMS, DATE_NAISSANCE, SEXE, INE, COURRIEL, TELEPHONE, ADRESSE, RESPONSABLES;

		private String mot() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** Which name the line of a modified élève says (Q10). */
	enum NomAffiche {

		NOUVEAU, ANCIEN

	}

	/**
	 * The choices.
	 *
	 * @param champsPremierDegre fields updated from ONDE (K3, Q1)
	 * @param champsSecondDegre fields updated from SIECLE (R18)
	 * @param archiverToujours an archive at each modification of an élève who has a
	 * locked bilan, or only once after each locking (Q3)
	 * @param nomAffiche Q10
	 * @param periodesExigees degrees in which every class must have its periods (K7)
	 * @param servicesAjoutes whether services that are new in the replica arrive (K10)
	 * @param dispositifSansFin whether a dispositif without an end is still running (Q7)
	 * @param ligneEtablissement the line of the school even if it did not change (Q8)
	 * @param ligneFinaleAvecAvertissements the closing line even after warnings (Q9)
	 */
	record Synchronisation(@DefaultValue( {
			"nom", "prenoms", "date-naissance", "sexe", "ine" }) Set<Champ> champsPremierDegre,
			@DefaultValue({ "nom", "prenoms", "date-naissance", "sexe", "ine", "courriel", "telephone", "adresse",
					"responsables" }) Set<Champ> champsSecondDegre,
			@DefaultValue("true") boolean archiverToujours, @DefaultValue("nouveau") NomAffiche nomAffiche,
			@DefaultValue("1D") Set<String> periodesExigees, @DefaultValue("true") boolean servicesAjoutes,
			@DefaultValue("true") boolean dispositifSansFin, @DefaultValue("true") boolean ligneEtablissement,
			@DefaultValue("true") boolean ligneFinaleAvecAvertissements){

		private static final Set<String> DEGRES = Set.of(Degre.PREMIER.code(), Degre.SECOND.code());

		Synchronisation {
			champsPremierDegre = Set.copyOf(champsPremierDegre);
			champsSecondDegre = Set.copyOf(champsSecondDegre);
			periodesExigees = Set.copyOf(periodesExigees);
			if (!DEGRES.containsAll(periodesExigees)) {
				throw new LsuReglageFaux("synchronisation.periodes-exigees", String.join(", ", periodesExigees),
						"les degrés sont 1D et 2D");
			}
		}

		/** The fields of a degree, as the SQL reads them. */
		String champs(Degre degre) {
			Set<Champ> choisis = (degre == Degre.PREMIER) ? this.champsPremierDegre : this.champsSecondDegre;
			return Arrays.stream(Champ.values())
				.filter(choisis::contains)
				.map(Champ::mot)
				.collect(Collectors.joining(","));
		}

		boolean exigePeriodes(Degre degre) {
			return this.periodesExigees.contains(degre.code());
		}

	}

	/**
	 * Nobody by default (R2).
	 *
	 * @param etablissements schools synchronised at the hours of {@code planification}
	 * @param planification six fields of a cron, in the time of the school; empty: never
	 * @param apresChangement schools synchronised when their référentiel has changed
	 */
	record Automatique(@DefaultValue List<String> etablissements, @DefaultValue("") String planification,
			@DefaultValue List<String> apresChangement) {
	}

}
