package fr.passerelle.canal;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import fr.passerelle.canal.EnvoiEchoue.Raison;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.file.GenericFileExist;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.util.ObjectHelper;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Puts files on the servers of the settings. Each is written under a name that nobody
 * takes, then renamed: it appears whole; one of the same name is replaced.
 */
@Component
public class Envois implements DisposableBean {

	private final CamelContext camel;

	private final ServeursSftp serveurs;

	private final ScheduledExecutorService minuterie;

	private final Set<Ligne> lignes = ConcurrentHashMap.newKeySet();

	Envois(CamelContext camel, ServeursSftp serveurs) {
		this.camel = camel;
		this.serveurs = serveurs;
		ScheduledThreadPoolExecutor minuterie = new ScheduledThreadPoolExecutor(1, (tache) -> {
			Thread fil = new Thread(tache, "envois");
			fil.setDaemon(true);
			return fil;
		});
		minuterie.setRemoveOnCancelPolicy(true);
		this.minuterie = minuterie;
	}

	/**
	 * Puts files on a server, in this order, over one connection.
	 * @param nom the server in the settings
	 * @param dossier where on the server, from where its account arrives; empty: there
	 * @param delai how long all of it may last
	 * @throws EnvoiEchoue when not all of them are there
	 */
	public void envoyer(String nom, String dossier, List<Path> fichiers, Duration delai) throws EnvoiEchoue {
		Ligne ligne = new Ligne();
		this.lignes.add(ligne);
		ScheduledFuture<?> fin = this.minuterie.schedule(ligne::couper, delai.toMillis(), TimeUnit.MILLISECONDS);
		try (SftpEndpoint adresse = adresse(nom, dossier, ligne)) {
			envoyer(adresse, fichiers);
		}
		catch (Exception ex) {
			if (ex instanceof RuntimeException notre && !(ex instanceof RuntimeCamelException)) {
				throw notre;
			}
			throw new EnvoiEchoue(ligne.estCoupee() ? Raison.LENTEUR : raison(ex));
		}
		finally {
			fin.cancel(false);
			ligne.close();
			this.lignes.remove(ligne);
		}
	}

	private static void envoyer(SftpEndpoint adresse, List<Path> fichiers) throws Exception {
		Producer envoi = adresse.createProducer();
		envoi.start();
		try {
			for (Path fichier : fichiers) {
				Exchange message = adresse.createExchange();
				message.getIn().setBody(fichier.toFile());
				message.getIn().setHeader(Exchange.FILE_NAME, fichier.getFileName().toString());
				envoi.process(message);
				// The producer does not always throw: it may leave its failure there.
				if (message.getException() != null) {
					throw message.getException();
				}
			}
		}
		finally {
			envoi.stop();
		}
	}

	/** Retried by who asks, not here: it knows when. */
	private SftpEndpoint adresse(String nom, String dossier, Ligne ligne) {
		SftpConfiguration configuration = new SftpConfiguration();
		configuration.setProtocol("sftp");
		configuration.setDirectory(dossier);
		this.serveurs.serveur(nom).joindre(configuration);
		SftpEndpoint adresse = new SftpEndpoint("sftp:" + nom, this.camel.getComponent("sftp", SftpComponent.class),
				configuration);
		adresse.setProxy(ligne);
		adresse.setAutoCreate(false);
		adresse.setFileExist(GenericFileExist.Override);
		adresse.setEagerDeleteTargetFile(false);
		adresse.setFastExistsCheck(true);
		adresse.setTempFileName(".${file:onlyname}.part");
		adresse.setMaximumReconnectAttempts(0);
		return adresse;
	}

	private static Raison raison(Exception echec) {
		if (trouve(echec, JSchHostKeyException.class)) {
			return Raison.CLE_DU_SERVEUR;
		}
		SftpException refus = ObjectHelper.getException(SftpException.class, echec);
		// What the server says has no cause; what the line does to it has one.
		if (refus != null && refus.getCause() == null) {
			return Raison.REFUS;
		}
		JSchException connexion = ObjectHelper.getException(JSchException.class, echec);
		if (connexion != null && connexion.getMessage().startsWith("Auth")) {
			return Raison.COMPTE;
		}
		boolean absent = connexion != null && (trouve(connexion, UnknownHostException.class)
				|| trouve(connexion, SocketException.class) || trouve(connexion, SocketTimeoutException.class));
		return absent ? Raison.INJOIGNABLE : Raison.COUPURE;
	}

	private static boolean trouve(Throwable echec, Class<? extends Throwable> type) {
		return ObjectHelper.getException(type, echec) != null;
	}

	@Override
	public void destroy() {
		this.minuterie.shutdownNow();
		this.lignes.forEach(Ligne::couper);
	}

}
