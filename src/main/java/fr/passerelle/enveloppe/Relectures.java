package fr.passerelle.enveloppe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * The last contents found good, by their SHA-256: whoever has proved that the bytes are
 * still the same needs not have them checked a second time. Only a shortcut: what is no
 * longer remembered is opened again.
 */
@Component
public class Relectures {

	/** A whole académie waiting in the queue, for some five megabytes. */
	static final int MAX = 10_000;

	private final Map<String, Relecture> connues = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Relecture> ancienne) {
			return size() > MAX;
		}
	};

	/** Remembers a document opened from the content of this key. */
	synchronized void retenir(String empreinte, Document document) {
		this.connues.put(empreinte, document.relecture());
	}

	/** The way to read this content, if it was checked lately. */
	public synchronized Optional<Relecture> trouver(String empreinte) {
		return Optional.ofNullable(this.connues.get(empreinte));
	}

}
