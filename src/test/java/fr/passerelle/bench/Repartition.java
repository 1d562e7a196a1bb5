package fr.passerelle.bench;

import java.util.List;
import java.util.Locale;

/** Delays in milliseconds, told by their median, their 95th percentile and their end. */
record Repartition(int nombre, long mediane, long p95, long maximum) {

	static Repartition de(List<Long> delais) {
		List<Long> tries = delais.stream().sorted().toList();
		return new Repartition(tries.size(), tries.get(tries.size() / 2),
				tries.get((int) Math.ceil(tries.size() * 0.95) - 1), tries.get(tries.size() - 1));
	}

	@Override
	public String toString() {
		return String.format(Locale.FRENCH, "%d comptes rendus, mediane %d ms, p95 %d ms, maximum %d ms", this.nombre,
				this.mediane, this.p95, this.maximum);
	}

}
