package fr.passerelle.canal;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who the servers are. How those that files are fetched from are looked at is in the same
 * place of the settings, and read by who fetches.
 *
 * @param sftp the servers
 */
@ConfigurationProperties("passerelle.canaux")
record ServeursSettings(List<ServeurSftp> sftp) {

	ServeursSettings {
		sftp = (sftp != null) ? List.copyOf(sftp) : List.of();
	}

}
