package fr.passerelle.publication.ldap;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the route calls: has a server something to be told? Each has a thread of its own,
 * so that one that is slow or away keeps no other waiting.
 */
@Component("ldapStep")
public class LdapStep implements DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(LdapStep.class);

	private final Abonnes abonnes;

	private final Ecriture ecriture;

	private final Registre registre;

	private final Duration delai;

	private final Duration delaiMax;

	private final Set<String> enCours = ConcurrentHashMap.newKeySet();

	private final ExecutorService voies = Executors.newCachedThreadPool((tache) -> {
		Thread voie = new Thread(tache, "ldap");
		voie.setDaemon(true);
		return voie;
	});

	LdapStep(Abonnes abonnes, Ecriture ecriture, Registre registre, @Value("${passerelle.reprise.delai}") long delai,
			@Value("${passerelle.reprise.delai-max}") long delaiMax) {
		this.abonnes = abonnes;
		this.ecriture = ecriture;
		this.registre = registre;
		this.delai = Duration.ofMillis(delai);
		this.delaiMax = Duration.ofMillis(delaiMax);
	}

	/** Gives a turn to each server that has none under way. */
	public void veiller() {
		for (Abonne abonne : this.abonnes.tous()) {
			if (this.enCours.add(abonne.nom())) {
				this.voies.execute(() -> {
					try {
						servir(abonne);
					}
					finally {
						this.enCours.remove(abonne.nom());
					}
				});
			}
		}
	}

	private void servir(Abonne abonne) {
		try {
			boolean reste = true;
			while (reste && !this.voies.isShutdown()) {
				reste = this.ecriture.tour(abonne);
			}
		}
		catch (AnnuaireEnPanne ex) {
			echouer(abonne, ex.getMessage());
		}
		catch (RuntimeException ex) {
			LOG.error("LDAP {}: the turn failed", abonne.nom(), ex);
			echouer(abonne, ex.getClass().getSimpleName());
		}
	}

	/** Said once, shown in health as long as it lasts. */
	private void echouer(Abonne abonne, String raison) {
		try {
			if (this.registre.suivi(abonne.nom()).panne() == null) {
				LOG.warn("LDAP {}: nothing can be written ({}). Tried again without end, and not said any more here.",
						abonne.nom(), raison);
			}
			this.registre.echouer(abonne.nom(), raison, this.delai, this.delaiMax);
		}
		catch (org.springframework.dao.DataAccessException ex) {
			LOG.warn("LDAP {}: the database does not answer ({})", abonne.nom(), ex.getClass().getSimpleName());
		}
	}

	@Override
	public void destroy() {
		this.voies.shutdownNow();
	}

}
