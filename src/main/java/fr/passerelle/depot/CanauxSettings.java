package fr.passerelle.depot;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The channels by which files come besides the folder and the API; none unless given.
 *
 * @param sftp servers where files are fetched
 * @param url addresses where one file is fetched at a steady pace
 * @param jms the queue of the broker
 */
@ConfigurationProperties("passerelle.canaux")
record CanauxSettings(List<CanalSftp> sftp, List<CanalUrl> url, @DefaultValue CanalJms jms) {

	CanauxSettings {
		sftp = (sftp != null) ? List.copyOf(sftp) : List.of();
		url = (url != null) ? List.copyOf(url) : List.of();
	}

	/**
	 * The queue {@code passerelle.depots.entree}.
	 *
	 * @param actif whether it is read
	 * @param consommateurs messages taken side by side
	 */
	record CanalJms(@DefaultValue("false") boolean actif, @DefaultValue("1") int consommateurs) {
	}

}
