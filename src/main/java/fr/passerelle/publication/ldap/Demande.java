package fr.passerelle.publication.ldap;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A comparison of everything that was asked for.
 *
 * @param confirmation whether what is held back is to go
 * @param faiteLe null as long as it is not done
 * @param comptes how many entries were added, modified… null as long as it is not done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Demande(long numero, String consommateur, String demandeur, boolean confirmation, Instant demandeeLe,
		Instant faiteLe, Map<String, Long> comptes) {
}
