package fr.passerelle.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a person who is missing from the sources stays in the directory, by profile
 * (R188): nobody loses an account for one wrong export.
 *
 * @param eleve pupils
 * @param responsable parents and guardians
 * @param enseignant teachers
 * @param personnel other staff
 */
@ConfigurationProperties("passerelle.annuaire.disparition")
public record Delais(@DefaultValue("0s") Duration eleve, @DefaultValue("0s") Duration responsable,
		@DefaultValue("0s") Duration enseignant, @DefaultValue("0s") Duration personnel) {

	/** Who is missing goes at once. */
	public static final Delais AUCUN = new Delais(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

	/** The moment since which one must be missing to disappear now, by SQL parameter. */
	Map<String, OffsetDateTime> limites(Instant maintenant) {
		Map<String, OffsetDateTime> limites = new LinkedHashMap<>();
		limites.put("limite_eleve", avant(maintenant, this.eleve));
		limites.put("limite_responsable", avant(maintenant, this.responsable));
		limites.put("limite_enseignant", avant(maintenant, this.enseignant));
		limites.put("limite_personnel", avant(maintenant, this.personnel));
		return limites;
	}

	private static OffsetDateTime avant(Instant maintenant, Duration delai) {
		return maintenant.minus(delai).atOffset(ZoneOffset.UTC);
	}

}
