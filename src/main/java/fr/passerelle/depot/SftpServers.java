package fr.passerelle.depot;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import fr.passerelle.canal.ServeursSftp;
import fr.passerelle.journal.Prises;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.support.LoggingExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What {@code sftp:nom} means in a route: the server of that name in the settings, and
 * never another. Nothing that keeps us safe, from the keys of the server to our password,
 * can be said or unsaid in a route file.
 */
@Component("sftp-component")
@SuppressWarnings("rawtypes")
class SftpServers extends SftpComponent {

	private static final Logger LOG = LoggerFactory.getLogger(SftpServers.class);

	/** After two failures the server is left alone for ten looks. */
	private static final int ECHECS = 2;

	private static final int REPOS = 10;

	private final ServeursSftp serveurs;

	private final Canaux canaux;

	private final Prises prises;

	private final DepotSettings settings;

	private final ChannelStates etats;

	SftpServers(ServeursSftp serveurs, Canaux canaux, Prises prises, DepotSettings settings, ChannelStates etats) {
		this.etats = etats;
		this.serveurs = serveurs;
		this.canaux = canaux;
		this.prises = prises;
		this.settings = settings;
	}

	/** A server that is away is told by ours; Camel's check would take the hub down. */
	@Override
	public boolean isHealthCheckConsumerEnabled() {
		return false;
	}

	@Override
	public boolean isHealthCheckProducerEnabled() {
		return false;
	}

	@Override
	protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(String uri, String nom,
			Map<String, Object> parametres) {
		SftpConfiguration configuration = new SftpConfiguration();
		configuration.setProtocol("sftp");
		configuration.setHost(nom);
		return new SftpEndpoint(uri, this, configuration);
	}

	@Override
	protected void afterPropertiesSet(GenericFileEndpoint<SftpRemoteFile> adresse) {
		SftpConfiguration configuration = ((SftpEndpoint) adresse).getConfiguration();
		Optional<CanalSftp> canal = this.canaux.sftp(configuration.getHost());
		adresse.setStartScheduler(canal.isPresent());
		canal.ifPresent((donne) -> {
			this.serveurs.serveur(donne.nom()).joindre(configuration);
			configuration.setDirectory(donne.dossier());
			configuration.setStreamDownload(true);
			relever(adresse, donne);
			LOG.info("Canal {} : le serveur est relevé, intervalle {}.", donne, donne.intervalle());
		});
	}

	private void relever(GenericFileEndpoint<SftpRemoteFile> adresse, CanalSftp canal) {
		StableFiles<SftpRemoteFile> entiers = new StableFiles<>(canal.traites(), this.settings.stable());
		SftpPolls regards = new SftpPolls(canal, this.etats,
				new LoggingExceptionHandler(getCamelContext(), SftpServers.class));
		adresse.setPollStrategy(regards);
		adresse.setExceptionHandler(regards);
		adresse.setFilter(entiers);
		adresse.setProcessStrategy(new SftpHandling<>(canal, entiers, this.prises));
		adresse.setRecursive(true);
		adresse.setMaxDepth(2);
		adresse.setAutoCreate(false);
		adresse.setIdempotent(false);
		adresse.setDelay(canal.intervalle().toMillis());
		adresse.setInitialDelay(Math.min(canal.intervalle().toMillis(), Duration.ofSeconds(1).toMillis()));
		adresse.setBackoffErrorThreshold(ECHECS);
		adresse.setBackoffMultiplier(REPOS);
	}

}
