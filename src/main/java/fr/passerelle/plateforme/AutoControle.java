package fr.passerelle.plateforme;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks every {@link Verification}, all of them, before anything else starts. */
@Component
class AutoControle implements SmartLifecycle {

	private final List<Verification> verifications;

	private volatile boolean running;

	AutoControle(List<Verification> verifications) {
		this.verifications = List.copyOf(verifications);
	}

	@Override
	public void start() {
		List<String> empechements = this.verifications.stream()
			.map(Verification::empechement)
			.flatMap(Optional::stream)
			.toList();
		if (!empechements.isEmpty()) {
			throw new DemarrageImpossible(
					empechements.stream()
						.collect(Collectors.joining("\n- ", "La passerelle n'est pas en état :\n- ", "")),
					"Corrigez ce qui est dit ci-dessus, puis relancez-la.");
		}
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
