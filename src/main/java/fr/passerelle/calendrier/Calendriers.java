package fr.passerelle.calendrier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Uai;

/**
 * The school years of every territory. A millésime belongs to a system, a territory and a
 * school year; the zone and the clock of the server change no answer.
 */
public final class Calendriers {

	/** The applications that write millésimes. */
	public static final Set<String> SYSTEMES = Set.of("STS", "SIECLE", "ELEGROUPE", "LSU", "ONDE");

	private final List<Territoire> territoires;

	private final Map<String, Map<Integer, Annee>> calendriers;

	Calendriers(List<Territoire> territoires, Map<String, Map<Integer, Annee>> calendriers) {
		this.territoires = List.copyOf(territoires);
		this.calendriers = Map.copyOf(calendriers);
	}

	/** The calendars of {@code mappings/calendriers/}. */
	public static Calendriers lire(Mappings mappings) {
		return new CalendriersReader().lire(mappings.fichiers("calendriers", ".yaml"));
	}

	/** The territory this school is in. */
	public Territoire territoire(Uai uai) {
		return this.territoires.stream()
			.filter((territoire) -> territoire.departements().contains(uai.departement()))
			.findFirst()
			.orElseGet(this::metropole);
	}

	/** The years open in this system at this moment, oldest first. */
	public List<AnneeOuverte> ouvertes(Uai uai, String systeme, Instant instant) {
		LocalDate jour = jour(uai, instant);
		List<AnneeOuverte> ouvertes = new ArrayList<>();
		for (Annee annee : annees(uai).values()) {
			Fenetre fenetre = annee.fenetres().get(connu(systeme));
			if (fenetre.contient(jour)) {
				ouvertes.add(new AnneeOuverte(annee.scolaire(), millesime(uai, systeme, annee.scolaire().annee()),
						fenetre.ouvre(), fenetre.ferme()));
			}
		}
		return ouvertes;
	}

	/**
	 * The year the élèves are in, or between two years the one they have left, as the
	 * stores see it until the next rentrée.
	 */
	public Optional<AnneeScolaire> enCours(Uai uai, Instant instant) {
		LocalDate jour = jour(uai, instant);
		return annees(uai).values()
			.stream()
			.map(Annee::scolaire)
			.filter((annee) -> !annee.rentree().isAfter(jour))
			.reduce((avant, apres) -> apres);
	}

	/** Whether the élèves of this school have begun this year, or a later one. */
	public boolean estCommencee(Uai uai, int anneeScolaire, Instant instant) {
		return enCours(uai, instant).filter((annee) -> annee.annee() < anneeScolaire).isEmpty();
	}

	/** The calendar of this school year in the school's territory. */
	public Optional<AnneeScolaire> annee(Uai uai, int anneeScolaire) {
		return Optional.ofNullable(annees(uai).get(anneeScolaire)).map(Annee::scolaire);
	}

	/** When this year is open in this system, at any moment. */
	public Optional<AnneeOuverte> ouverture(Uai uai, String systeme, int anneeScolaire) {
		return Optional.ofNullable(annees(uai).get(anneeScolaire)).map((annee) -> {
			Fenetre fenetre = annee.fenetres().get(connu(systeme));
			return new AnneeOuverte(annee.scolaire(), millesime(uai, systeme, anneeScolaire), fenetre.ouvre(),
					fenetre.ferme());
		});
	}

	/**
	 * The hub's school year for what this system writes, nothing when no calendar knows
	 * that year.
	 */
	public Optional<Integer> anneeScolaire(Uai uai, String systeme, String millesime) {
		if (millesime == null || !millesime.matches("\\d{4}")) {
			return Optional.empty();
		}
		int annee = Integer.parseInt(millesime) - decalage(uai, systeme);
		return annee(uai, annee).map(AnneeScolaire::annee);
	}

	/** How this system writes this school year. */
	public String millesime(Uai uai, String systeme, int anneeScolaire) {
		return Integer.toString(anneeScolaire + decalage(uai, systeme));
	}

	/** The day it is in the school. */
	public LocalDate jour(Uai uai, Instant instant) {
		return LocalDate.ofInstant(instant, fuseau(uai));
	}

	/** The school's own time. */
	public ZoneId fuseau(Uai uai) {
		return territoire(uai).fuseau();
	}

	/** The same, and that of the default territory while the school is not known. */
	public ZoneId fuseau(String uai) {
		return Uai.lire(uai).map(this::territoire).orElseGet(this::metropole).fuseau();
	}

	/**
	 * The first moment, not before this one, of the school's own night.
	 * @param debut local time at which the night begins
	 * @param fin local time at which it ends, the next day when not after the beginning
	 */
	public Instant prochaineNuit(Uai uai, Instant instant, LocalTime debut, LocalTime fin) {
		return new Nuit(debut, fin, fuseau(uai)).prochaine(instant);
	}

	private Map<Integer, Annee> annees(Uai uai) {
		return this.calendriers.get(territoire(uai).calendrier());
	}

	private int decalage(Uai uai, String systeme) {
		return territoire(uai).decalages().get(connu(systeme));
	}

	private Territoire metropole() {
		return this.territoires.stream().filter(Territoire::defaut).findFirst().orElseThrow();
	}

	private static String connu(String systeme) {
		if (!SYSTEMES.contains(systeme)) {
			throw new IllegalArgumentException(
					"unknown system " + systeme + ", known ones are " + new TreeSet<>(SYSTEMES));
		}
		return systeme;
	}

}
