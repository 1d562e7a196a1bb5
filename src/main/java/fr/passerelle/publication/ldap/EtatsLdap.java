package fr.passerelle.publication.ldap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.catalogue.Texte;
import fr.passerelle.noyau.Constat;
import fr.passerelle.publication.Changements;
import org.springframework.stereotype.Component;

/** How each directory server does, and the comparisons asked for. */
@Component
public class EtatsLdap {

	/** More than anybody reads. */
	private static final int MAX_REFUS = 100;

	private final Abonnes abonnes;

	private final Registre registre;

	private final Reconciliations demandes;

	private final Changements changements;

	private final Catalogue catalogue;

	EtatsLdap(Abonnes abonnes, Registre registre, Reconciliations demandes, Changements changements,
			Catalogue catalogue) {
		this.abonnes = abonnes;
		this.registre = registre;
		this.demandes = demandes;
		this.changements = changements;
		this.catalogue = catalogue;
	}

	/** Every server. */
	public List<Etat> lister() {
		return this.abonnes.tous().stream().map(this::etat).toList();
	}

	/**
	 * Asks to compare everything.
	 * @return empty for a consumer that has no server
	 */
	public Optional<Demande> reconcilier(String consommateur, String demandeur, boolean confirmation) {
		return this.abonnes.trouver(consommateur)
			.map((abonne) -> this.demandes.demander(abonne.nom(), demandeur, confirmation));
	}

	/** The comparisons asked for, the last first. */
	public List<Demande> reconciliations() {
		return this.demandes.dernieres();
	}

	public Optional<Demande> reconciliation(long numero) {
		return this.demandes.trouver(numero);
	}

	private Etat etat(Abonne abonne) {
		Registre.Suivi suivi = this.registre.suivi(abonne.nom());
		Long curseur = this.changements.lu(abonne.lecteur()).orElse(null);
		return new Etat(abonne.nom(), abonne.annuaire().url().getHost(), suivi.panne(), suivi.prochain(), curseur,
				(curseur != null) ? Math.max(0, this.changements.dernier() - curseur) : null,
				this.registre.nombre(abonne.nom()), this.registre.partis(abonne.nom()), suivi.retenus(),
				alarmes(abonne, suivi.retenus()));
	}

	private List<Alarme> alarmes(Abonne abonne, int retenus) {
		Stream<Constat> retenue = (retenus == 0) ? Stream.empty()
				: Stream.of(Constat.de("LDAP_R_DISPARITION", "nombre", Integer.toString(retenus)));
		Stream<Constat> refus = this.registre.refus(abonne.nom(), MAX_REFUS)
			.stream()
			.map((un) -> Constat.de(un.code(), "dn", un.dn(), "code", un.reponse()));
		return Stream.concat(retenue, refus).map(this::alarme).toList();
	}

	private Alarme alarme(Constat constat) {
		Texte texte = this.catalogue.texte(constat);
		return new Alarme(texte.code(), texte.titre(), texte.cause(), texte.correction());
	}

	/**
	 * How a server does.
	 *
	 * @param panne why nothing can be written, null when all goes well
	 * @param prochainEssai when it is tried again
	 * @param curseur last change written, null before the first comparison
	 * @param retard changes still to be looked at, those of other schools included
	 * @param entrees how many the server holds of the hub
	 * @param parties among them, those of who left
	 * @param retenues how many would go, and wait for a person's word
	 * @param alarmes what a person should look at, the first ones
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Etat(String consommateur, String serveur, String panne, Instant prochainEssai, Long curseur,
			Long retard, long entrees, long parties, int retenues, List<Alarme> alarmes) {
	}

	/** What a person should look at: an entry refused, entries held back. */
	public record Alarme(String code, String titre, String cause, String correction) {
	}

}
