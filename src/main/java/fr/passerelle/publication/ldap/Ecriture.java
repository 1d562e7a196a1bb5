package fr.passerelle.publication.ldap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.passerelle.publication.Changements;
import fr.passerelle.publication.Changements.CurseurOublie;
import fr.passerelle.publication.Changements.Touches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One turn for one server, in one transaction that sees one moment: everything when that
 * was asked for, is due or was never done, else what changed since the last turn. The
 * cursor moves with the transaction, after the server answered; a turn that fails leaves
 * no trace here, and what it wrote there is found right by the next one.
 */
@Component("ecritureLdap")
class Ecriture {

	private static final Logger LOG = LoggerFactory.getLogger(Ecriture.class);

	/** Who asks when nobody did. */
	private static final String PASSERELLE = "passerelle";

	private final Changements changements;

	private final FilDeLEau fil;

	private final Reconciliation reconciliation;

	private final Reconciliations demandes;

	private final Registre registre;

	private final LdapSettings reglages;

	private final TransactionTemplate unMoment;

	private final Clock horloge;

	private final Instant debut;

	Ecriture(Changements changements, FilDeLEau fil, Reconciliation reconciliation, Reconciliations demandes,
			Registre registre, LdapSettings reglages, PlatformTransactionManager transactions, Clock horloge) {
		this.changements = changements;
		this.fil = fil;
		this.reconciliation = reconciliation;
		this.demandes = demandes;
		this.registre = registre;
		this.reglages = reglages;
		this.unMoment = new TransactionTemplate(transactions);
		this.unMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.horloge = horloge;
		this.debut = horloge.instant();
	}

	/**
	 * A turn.
	 * @return whether another one has something to do at once
	 */
	boolean tour(Abonne abonne) {
		return Boolean.TRUE.equals(this.unMoment.execute((etat) -> {
			if (!this.registre.prendre(abonne.nom())) {
				return false;
			}
			Registre.Suivi suivi = this.registre.suivi(abonne.nom());
			if (suivi.attend(this.horloge.instant())) {
				return false;
			}
			boolean reste = faire(abonne, suivi);
			this.registre.reussir(abonne.nom());
			if (suivi.panne() != null) {
				LOG.info("LDAP {}: answers again", abonne.nom());
			}
			return reste;
		}));
	}

	private boolean faire(Abonne abonne, Registre.Suivi suivi) {
		List<Demande> attendues = this.demandes.attendues(abonne.nom());
		Optional<Long> lu = this.changements.lu(abonne.lecteur());
		if (attendues.isEmpty() && (lu.isEmpty() || !abonne.reglages().equals(suivi.reglages()) || estDue(abonne))) {
			attendues = List.of(this.demandes.demander(abonne.nom(), PASSERELLE, false));
		}
		if (!attendues.isEmpty()) {
			toutComparer(abonne, attendues, suivi);
			return true;
		}
		return suivre(abonne, lu.orElseThrow(), suivi);
	}

	private void toutComparer(Abonne abonne, List<Demande> attendues, Registre.Suivi suivi) {
		boolean confirmee = attendues.stream().anyMatch(Demande::confirmation);
		long dernier = this.changements.dernier();
		Map<String, Long> comptes = this.reconciliation.faire(abonne, suivi.champs(), conservation(abonne), confirmee);
		this.demandes.finir(attendues, comptes);
		this.registre.retenir(abonne, comptes.get(Issue.Sorte.RETENUE.nom()));
		this.changements.noter(abonne.lecteur(), dernier);
		LOG.info("LDAP {}: reconciled, {}", abonne.nom(), comptes);
	}

	private boolean suivre(Abonne abonne, long lu, Registre.Suivi suivi) {
		Touches touches;
		try {
			touches = this.changements.touches(lu, abonne.uais());
		}
		catch (CurseurOublie ex) {
			this.demandes.demander(abonne.nom(), PASSERELLE, false);
			return true;
		}
		if (!touches.uais().isEmpty()) {
			long retenus = this.fil.suivre(abonne, touches.uais(), conservation(abonne));
			if (retenus > 0) {
				this.registre.retenir(abonne, Math.max(suivi.retenus(), retenus));
			}
			else if (suivi.retenus() > 0) {
				// Perhaps nothing is to be held back any more: only all of it can tell.
				this.demandes.demander(abonne.nom(), PASSERELLE, false);
			}
		}
		if (touches.curseur() > lu) {
			this.changements.noter(abonne.lecteur(), touches.curseur());
		}
		return touches.reste();
	}

	private boolean estDue(Abonne abonne) {
		String cron = abonne.annuaire().reconciliation();
		if (cron.isEmpty()) {
			return false;
		}
		Instant depuis = this.demandes.derniere(abonne.nom()).orElse(this.debut);
		return !CronExpression.parse(cron)
			.next(depuis.atZone(ZoneId.systemDefault()))
			.toInstant()
			.isAfter(this.horloge.instant());
	}

	private Duration conservation(Abonne abonne) {
		return (abonne.annuaire().conservation() != null) ? abonne.annuaire().conservation()
				: this.reglages.conservation();
	}

}
