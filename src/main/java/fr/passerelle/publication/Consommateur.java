package fr.passerelle.publication;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One who receives a feed, {@code passerelle.consommateurs[n]}.
 *
 * @param nom name of its folder, and of the account that sees its packages
 * @param flux the feed
 * @param code how the feed names it ({@code entId}); empty where it does not
 * @param uai schools it receives, {@code *} for all
 * @param delta whether it receives only what changed, where the feed knows how
 * @param delaiJours calendar days between the state that a scheduled package holds and
 * the hour it is shown
 * @param champs what it receives of each record, empty for all, where the feed has a
 * choice
 * @param canal where packages go: {@code dossier}, the outbox; {@code sftp:nom}, from
 * there to a server of the settings, {@code sftp:nom/dossier} to a folder of it
 * @param planification when they are made (cron of six fields), empty: on demand only
 */
public record Consommateur(String nom, String flux, @DefaultValue("") String code, @DefaultValue("*") List<String> uai,
		@DefaultValue("false") boolean delta, @DefaultValue("0") int delaiJours, @DefaultValue List<String> champs,
		@DefaultValue("dossier") String canal, @DefaultValue("") String planification) {

	/** The consumer every feed has when the settings name none. */
	static final String DEFAUT = "defaut";

	private static final String TOUTES = "*";

	private static final Pattern SFTP = Pattern.compile("sftp:([a-z0-9-]+)(?:/([A-Za-z0-9._/-]*))?");

	public Consommateur {
		uai = List.copyOf(uai);
		champs = List.copyOf(champs);
	}

	/** As the public interfaces give it: the GAR alone has a code and a delay. */
	static Consommateur parDefaut(String flux) {
		return flux.equals("gar")
				? new Consommateur(DEFAUT, flux, "P1", List.of(TOUTES), false, 2, List.of(), "dossier", "")
				: sansReglage(DEFAUT, flux);
	}

	/** One that the settings do not know: every school, nothing special. */
	public static Consommateur sansReglage(String nom, String flux) {
		return new Consommateur(nom, flux, "", List.of(TOUTES), false, 0, List.of(), "dossier", "");
	}

	/**
	 * Checks that it names only fields that its feed can give.
	 * @throws ConsommateurFaux when it names another
	 */
	public void exigerChamps(Set<String> connus) {
		for (String champ : this.champs) {
			if (!connus.contains(champ)) {
				throw new ConsommateurFaux(this.nom, "champ inconnu « " + champ + " ». Connus : "
						+ String.join(", ", connus.stream().sorted().toList()));
			}
		}
	}

	/** Whether nothing it receives is missing among these schools (null: all). */
	public boolean recoitTout(Set<String> demandes) {
		return demandes == null || !this.uai.contains(TOUTES) && demandes.containsAll(this.uai);
	}

	/** The schools it receives among these (null: all); null: all. */
	public Set<String> uais(Set<String> demandes) {
		if (this.uai.contains(TOUTES)) {
			return demandes;
		}
		return (demandes == null) ? Set.copyOf(this.uai)
				: demandes.stream().filter(this.uai::contains).collect(java.util.stream.Collectors.toUnmodifiableSet());
	}

	/** The server its packages are put on, besides its folder. */
	Optional<String> serveur() {
		return Optional.of(SFTP.matcher(this.canal)).filter(Matcher::matches).map((canal) -> canal.group(1));
	}

	/** Where on that server; empty: where its account arrives. */
	String dossierDuServeur() {
		return Optional.of(SFTP.matcher(this.canal)).filter(Matcher::matches).map((canal) -> canal.group(2)).orElse("");
	}

	/** Whether it may receive everything that is of these schools. */
	boolean recoit(List<String> siens) {
		return this.uai.contains(TOUTES) || this.uai.containsAll(siens);
	}

}
