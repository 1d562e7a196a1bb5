package fr.passerelle.publication;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A package made for a consumer, as the API and {@code <paquet>.json} say it.
 *
 * @param paquet its name, that of its folder
 * @param uai schools it holds something of
 * @param valide whether it passed the gate; otherwise it was never published
 * @param fautes why not
 * @param comptes how many of each kind of record, {@code ecarte} being those left out
 * @param ecartes the first records that were left out, and why
 * @param archive name of the file to send, null without one
 * @param empreinte SHA-256 of the archive, null without one
 * @param archives what lies beside its folder, the archive first
 * @param entier whether it holds all the schools of its consumer
 * @param visibleLe when it is to be shown, null when it never will be
 * @param montreLe when it was shown, null as long as nobody sees its files
 * @param remise how it reaches the server of its consumer, null where it only lies in its
 * folder
 * @param purgeLe since when its files are no more given, null as long as they are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Paquet(String paquet, String flux, String consommateur, Instant date, String demandeur, List<String> uai,
		boolean valide, List<String> fautes, Map<String, Long> comptes, List<Redaction.Ecarte> ecartes, String archive,
		Long taille, String empreinte, List<String> archives, boolean entier, Instant visibleLe, Instant montreLe,
		Remise remise, Instant purgeLe) {
}
