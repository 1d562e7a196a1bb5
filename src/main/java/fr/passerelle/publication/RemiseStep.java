package fr.passerelle.publication;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import fr.passerelle.canal.EnvoiEchoue;
import fr.passerelle.canal.Envois;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the route calls: is there something to put on the server of a consumer? Each
 * consumer has a thread of its own, so that a server that is slow or away keeps no other
 * waiting. Interrupted anywhere, a package is put there again, whole: what is already
 * there is replaced by the same bytes.
 */
@Component("remiseStep")
public class RemiseStep implements DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(RemiseStep.class);

	private final Publications publications;

	private final Remises remises;

	private final PaquetFiles fichiers;

	private final Envois envois;

	private final RemiseSettings reglages;

	private final TransactionTemplate transaction;

	private final Set<String> enCours = ConcurrentHashMap.newKeySet();

	private final ExecutorService voies = Executors.newCachedThreadPool((tache) -> {
		Thread voie = new Thread(tache, "remise");
		voie.setDaemon(true);
		return voie;
	});

	RemiseStep(Publications publications, Remises remises, PaquetFiles fichiers, Envois envois, RemiseSettings reglages,
			PlatformTransactionManager transactions) {
		this.publications = publications;
		this.remises = remises;
		this.fichiers = fichiers;
		this.envois = envois;
		this.reglages = reglages;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Goes to each consumer for whom something waits, and to whom nobody is going. */
	public void remettre() {
		List<Consommateur> servis = this.publications.consommateursAvecServeur();
		this.remises.abandonnerSansCanal(servis.stream().map(RemiseStep::cle).toList());
		for (Consommateur consommateur : servis) {
			if (this.remises.estDue(consommateur) && this.enCours.add(cle(consommateur))) {
				this.voies.execute(() -> servir(consommateur));
			}
		}
	}

	private void servir(Consommateur consommateur) {
		try {
			Optional<Remises.Prise> prise = prendre(consommateur);
			while (prise.isPresent()) {
				remettre(consommateur, prise.get());
				prise = this.voies.isShutdown() ? Optional.empty() : prendre(consommateur);
			}
		}
		catch (RuntimeException ex) {
			if (!this.voies.isShutdown()) {
				LOG.error("delivering to {}", cle(consommateur), ex);
			}
		}
		finally {
			this.enCours.remove(cle(consommateur));
		}
	}

	private Optional<Remises.Prise> prendre(Consommateur consommateur) {
		return this.transaction.execute((etat) -> {
			this.remises.unALaFois(consommateur);
			for (String remplace : this.remises.remplacer(consommateur)) {
				LOG.info("package {} of {}: not delivered, a later one is", remplace, cle(consommateur));
				redire(consommateur, remplace);
			}
			return this.remises.prendre(consommateur, this.reglages.bail());
		});
	}

	private void remettre(Consommateur consommateur, Remises.Prise prise) {
		Paquet paquet = this.publications.trouver(consommateur.flux(), prise.paquet()).orElseThrow();
		try {
			if (!consommateur.recoit(paquet.uai())) {
				abandonner(consommateur, prise, "REMISE_PERIMETRE");
			}
			else if (this.fichiers.sontEntiers(paquet)) {
				this.envois.envoyer(consommateur.serveur().orElseThrow(), consommateur.dossierDuServeur(),
						paquet.archives().stream().map((nom) -> this.fichiers.archive(paquet, nom)).toList(),
						this.reglages.duree());
				finir(consommateur, prise, Remise.Etat.REMIS, null);
				LOG.info("package {} of {}: delivered", prise.paquet(), cle(consommateur));
			}
			else if (this.fichiers.sontLa(paquet)) {
				abandonner(consommateur, prise, "REMISE_CONTENU");
			}
			else {
				echouer(consommateur, prise, "REMISE_CONTENU");
			}
		}
		catch (EnvoiEchoue ex) {
			echouer(consommateur, prise, "REMISE_" + ex.raison().name());
		}
		catch (RuntimeException ex) {
			if (!this.voies.isShutdown()) {
				LOG.error("delivering the package {} of {}", prise.paquet(), cle(consommateur), ex);
			}
			echouer(consommateur, prise, "REMISE_INCIDENT");
		}
	}

	private void abandonner(Consommateur consommateur, Remises.Prise prise, String motif) {
		LOG.warn("package {} of {}: will not be delivered ({})", prise.paquet(), cle(consommateur), motif);
		finir(consommateur, prise, Remise.Etat.ABANDONNE, motif);
	}

	private void finir(Consommateur consommateur, Remises.Prise prise, Remise.Etat fin, String motif) {
		this.transaction.executeWithoutResult((etat) -> {
			if (this.remises.finir(prise, fin, motif)) {
				redire(consommateur, prise.paquet());
			}
		});
	}

	/** Said once, shown in health as long as it lasts. */
	private void echouer(Consommateur consommateur, Remises.Prise prise, String motif) {
		if (this.voies.isShutdown()) {
			return;
		}
		if (!prise.reprise()) {
			LOG.warn("package {} of {}: not delivered ({}). Tried again without end, and not said any more here.",
					prise.paquet(), cle(consommateur), motif);
		}
		this.transaction.executeWithoutResult((etat) -> {
			if (this.remises.echouer(prise, motif, this.reglages.attente(prise.tentative()))) {
				redire(consommateur, prise.paquet());
			}
		});
	}

	/** The description beside the package says what became of it. */
	private void redire(Consommateur consommateur, String paquet) {
		this.fichiers.redire(this.publications.trouver(consommateur.flux(), paquet).orElseThrow());
	}

	private static String cle(Consommateur consommateur) {
		return consommateur.flux() + "/" + consommateur.nom();
	}

	@Override
	public void destroy() {
		this.voies.shutdownNow();
	}

}
