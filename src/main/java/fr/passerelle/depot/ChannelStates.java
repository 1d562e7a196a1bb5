package fr.passerelle.depot;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which servers and addresses do not answer this node: said once when it begins and once
 * when it ends, not at each look, and shown in health as long as it lasts.
 */
@Component
class ChannelStates {

	private static final Logger LOG = LoggerFactory.getLogger(ChannelStates.class);

	private final Map<String, String> pannes = new ConcurrentHashMap<>();

	void repond(String canal) {
		if (this.pannes.remove(canal) != null) {
			LOG.info("Canal {} : relevé de nouveau.", canal);
		}
	}

	/** Notes that nothing could be fetched, and why, in few words. */
	void echoue(String canal, String raison) {
		if (this.pannes.put(canal, raison) == null) {
			LOG.warn("Canal {} : rien n'a pu être relevé ({}). C'est repris sans fin, et ne sera plus dit ici.", canal,
					raison);
		}
	}

	/** The reason of each channel that does not answer, by channel. */
	Map<String, String> pannes() {
		return new TreeMap<>(this.pannes);
	}

}
