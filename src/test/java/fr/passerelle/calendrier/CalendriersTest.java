package fr.passerelle.calendrier;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Uai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CalendriersTest {

	private static final Uai PARIS = Uai.deNumero("0759901");

	private static final Uai NOUMEA = Uai.deNumero("9839904");

	private final Calendriers calendriers = Calendriers.lire(new Mappings(Path.of("mappings")));

	@ParameterizedTest
	@CsvSource({ "0759901,metropole", "7209901,metropole", "6209901,metropole", "0019901,metropole",
			"9719901,guadeloupe", "9729901,martinique", "9739901,guyane", "9749901,la-reunion",
			"9759901,saint-pierre-et-miquelon", "9769901,mayotte", "9839904,nouvelle-caledonie",
			"9849901,polynesie-francaise", "9869901,wallis-et-futuna", "9999901,metropole" })
	void theTerritoryFollowsFromTheUai(String numero, String territoire) {
		assertThat(this.calendriers.territoire(Uai.deNumero(numero)).code()).isEqualTo(territoire);
	}

	@ParameterizedTest
	@CsvSource({
			// K01, K02: one southern year, two millésimes
			"9839904,STS,2018,2018", "9839904,SIECLE,2018,2017", "9839904,ELEGROUPE,2018,2017", "9839904,LSU,2018,2017",
			"9869901,STS,2018,2018", "9869901,SIECLE,2018,2017",
			// K04: the same one everywhere
			"0759901,STS,2017,2017", "0759901,SIECLE,2017,2017", "0759901,ELEGROUPE,2017,2017", "0759901,LSU,2017,2017",
			"9749901,SIECLE,2025,2025", "9849901,SIECLE,2025,2025" })
	void aMillesimeBelongsToASystemATerritoryAndAYear(String numero, String systeme, int annee, String millesime) {
		Uai uai = Uai.deNumero(numero);

		assertThat(this.calendriers.millesime(uai, systeme, annee)).isEqualTo(millesime);
		assertThat(this.calendriers.anneeScolaire(uai, systeme, millesime)).contains(annee);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "0759901|STS|2018-01-15|2017", "0759901|STS|2018-03-01|2017 2018",
			"0759901|STS|2018-07-02|2017 2018", "0759901|SIECLE|2018-06-30|2017", "0759901|SIECLE|2018-07-02|2017 2018",
			"0759901|ELEGROUPE|2018-02-15|2017", "0759901|ELEGROUPE|2018-09-15|2017 2018",
			"0759901|SIECLE|2018-11-02|2018", "0759901|ONDE|2018-07-15|2017", "0759901|ONDE|2018-09-10|2018",
			"9749901|SIECLE|2020-08-17|2019 2020", "9839904|STS|2018-07-24|2018", "9839904|SIECLE|2018-07-24|2018",
			"9839904|ELEGROUPE|2018-07-24|2018", "9839904|ELEGROUPE|2018-11-20|2018",
			"9839904|STS|2018-12-20|2018 2019", "9839904|SIECLE|2019-01-15|2018 2019", "9839904|SIECLE|2019-08-15|2019",
			"0759901|STS|2045-01-01|" })
	void theYearsOpenInASystemAreThoseOfItsCalendar(String numero, String systeme, LocalDate jour, String annees) {
		Uai uai = Uai.deNumero(numero);
		Instant midi = jour.atTime(12, 0).atZone(this.calendriers.fuseau(uai)).toInstant();

		List<String> ouvertes = this.calendriers.ouvertes(uai, systeme, midi)
			.stream()
			.map((ouverte) -> Integer.toString(ouverte.annee().annee()))
			.toList();

		assertThat(String.join(" ", ouvertes)).isEqualTo((annees != null) ? annees : "");
	}

	@Test
	void anOpenYearSaysItsMillesimeAndItsDates() {
		Instant instant = Instant.parse("2018-07-24T00:00:00Z");

		assertThat(this.calendriers.ouvertes(NOUMEA, "SIECLE", instant)).containsExactly(new AnneeOuverte(
				new AnneeScolaire(2018, "2018", LocalDate.of(2018, 2, 19), LocalDate.of(2018, 12, 14), "officiel"),
				"2017", LocalDate.of(2017, 12, 15), LocalDate.of(2019, 3, 15)));
	}

	@ParameterizedTest
	@CsvSource({ "0759901,2018-09-02T12:00,2017", "0759901,2018-09-03T00:30,2018", "0759901,2019-07-20T12:00,2018",
			"9749901,2020-08-16T23:00,2019", "9749901,2020-08-17T01:00,2020", "9839904,2018-02-18T23:30,2017",
			"9839904,2018-02-19T00:30,2018", "9839904,2018-12-31T23:30,2018" })
	void theYearInProgressChangesOnTheLocalDayOfTheRentree(String numero, LocalDateTime local, int annee) {
		Uai uai = Uai.deNumero(numero);
		Instant instant = local.atZone(this.calendriers.fuseau(uai)).toInstant();

		assertThat(this.calendriers.enCours(uai, instant).map(AnneeScolaire::annee)).contains(annee);
	}

	@Test
	void everyYearFrom2016To2035IsInEveryCalendarAndItsRentreeFollowsTheSortieBefore() {
		for (String numero : List.of("0759901", "9749901", "9769901", "9839904", "9849901")) {
			Uai uai = Uai.deNumero(numero);
			for (int annee = 2016; annee <= 2035; annee++) {
				AnneeScolaire scolaire = this.calendriers.annee(uai, annee).orElseThrow();
				assertThat(scolaire.rentree()).isBefore(scolaire.sortie());
				assertThat(scolaire.rentree().getYear()).isEqualTo(annee);
				this.calendriers.annee(uai, annee - 1)
					.ifPresent((avant) -> assertThat(avant.sortie()).isBefore(scolaire.rentree()));
			}
		}
	}

	@Test
	void everyYearIsOpenInEverySystemWhileTheElevesAreAtSchoolAndSomeWeeksAfter() {
		for (String numero : List.of("0759901", "9749901", "9839904", "9849901")) {
			Uai uai = Uai.deNumero(numero);
			for (String systeme : List.of("STS", "SIECLE", "ELEGROUPE", "LSU")) {
				AnneeOuverte ouverte = this.calendriers.ouverture(uai, systeme, 2024).orElseThrow();
				assertThat(ouverte.ouvre()).isBefore(ouverte.annee().rentree());
				assertThat(ouverte.ferme())
					.isAfter(this.calendriers.annee(uai, 2025).orElseThrow().rentree().plusWeeks(2));
			}
		}
	}

	@Test
	void oneYearAndOneOnlyIsOpenInOndeOnEveryDay() {
		for (Uai uai : List.of(PARIS, NOUMEA, Uai.deNumero("9749901"))) {
			LocalDate jour = LocalDate.of(2017, 1, 1);
			for (; jour.getYear() < 2019; jour = jour.plusDays(1)) {
				Instant midi = jour.atTime(12, 0).atZone(this.calendriers.fuseau(uai)).toInstant();
				assertThat(this.calendriers.ouvertes(uai, "ONDE", midi)).as("%s on %s", uai, jour).hasSize(1);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "Pacific/Noumea", "America/Cayenne", "Europe/Paris", "Pacific/Kiritimati" })
	void theZoneOfTheServerChangesNothing(String zone) {
		TimeZone serveur = TimeZone.getDefault();
		try {
			TimeZone.setDefault(TimeZone.getTimeZone(zone));
			Instant instant = Instant.parse("2018-12-31T12:30:00Z");

			assertThat(LocalDateTime.ofInstant(instant, this.calendriers.fuseau(NOUMEA)))
				.isEqualTo("2018-12-31T23:30:00");
			assertThat(this.calendriers.enCours(NOUMEA, instant).map(AnneeScolaire::annee)).contains(2018);
			assertThat(this.calendriers.prochaineNuit(NOUMEA, instant, LocalTime.of(1, 0), LocalTime.of(5, 0)))
				.isEqualTo("2018-12-31T14:00:00Z");
		}
		finally {
			TimeZone.setDefault(serveur);
		}
	}

	@Test
	void twoSchoolsAreTreatedEachInItsOwnNight() {
		Instant soir = Instant.parse("2026-01-10T17:00:00Z");
		LocalTime debut = LocalTime.of(22, 0);
		LocalTime fin = LocalTime.of(5, 0);

		assertThat(this.calendriers.prochaineNuit(PARIS, soir, debut, fin)).isEqualTo("2026-01-10T21:00:00Z");
		assertThat(this.calendriers.prochaineNuit(NOUMEA, soir, debut, fin)).isEqualTo(soir);
	}

	@ParameterizedTest
	@CsvSource({
			// 02:30 does not exist on 29 March 2026 in Paris, exists twice on 25 October
			"2026-03-28T12:00:00Z,02:30,03:30,2026-03-29T01:00:00Z",
			"2026-10-24T12:00:00Z,02:30,04:00,2026-10-25T00:30:00Z",
			"2026-01-10T03:00:00Z,22:00,05:00,2026-01-10T03:00:00Z",
			"2026-01-10T04:00:00Z,22:00,05:00,2026-01-10T21:00:00Z",
			"2026-01-10T00:30:00Z,02:00,05:00,2026-01-10T01:00:00Z" })
	void theNightIsSafeWhenClocksChange(Instant instant, LocalTime debut, LocalTime fin, Instant attendu) {
		assertThat(this.calendriers.prochaineNuit(PARIS, instant, debut, fin)).isEqualTo(attendu);
	}

	@Test
	void aNightIsNeverInThePastAndNeverMoreThanTwoDaysAway() {
		for (ZoneId zone : List.of(ZoneId.of("Europe/Paris"), ZoneId.of("America/Miquelon"),
				ZoneId.of("Pacific/Noumea"))) {
			Nuit nuit = new Nuit(LocalTime.of(2, 15), LocalTime.of(2, 45), zone);
			Instant instant = Instant.parse("2026-03-01T00:00:00Z");
			for (; instant.isBefore(Instant.parse("2026-12-01T00:00:00Z")); instant = instant.plusSeconds(6100)) {
				assertThat(nuit.prochaine(instant)).isBetween(instant, instant.plusSeconds(48 * 3600));
			}
		}
	}

	@Test
	void anUnknownMillesimeHasNoYearAndAnUnknownSystemIsAMistake() {
		assertThat(this.calendriers.anneeScolaire(PARIS, "STS", "1999")).isEqualTo(Optional.empty());
		assertThat(this.calendriers.anneeScolaire(PARIS, "STS", "20x8")).isEqualTo(Optional.empty());
		assertThat(this.calendriers.anneeScolaire(PARIS, "STS", null)).isEqualTo(Optional.empty());
		assertThatThrownBy(() -> this.calendriers.millesime(PARIS, "GAR", 2018)).hasMessageContaining("GAR");
	}

}
