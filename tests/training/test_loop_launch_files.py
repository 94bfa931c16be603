"""The configurations that ship for accelerate's launcher."""

from __future__ import annotations

from pathlib import Path

import pytest

from meit_core.resources import resource_path

FOLDER = resource_path("training", "accelerate")
KINDS = {
    "single_gpu.yaml": "NO",
    "multi_gpu.yaml": "MULTI_GPU",
    "fsdp.yaml": "FSDP",
    "deepspeed_zero3.yaml": "DEEPSPEED",
}


def test_every_file_is_known_and_in_the_readme() -> None:
    assert {path.name for path in FOLDER.glob("*.yaml")} == set(KINDS)
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_accelerate_reads_it_as_what_it_is(name: str) -> None:
    pytest.importorskip("accelerate")
    from accelerate.commands.config.config_args import ClusterConfig, load_config_from_file

    config = load_config_from_file(str(FOLDER / name))
    assert isinstance(config, ClusterConfig)
    assert str(config.distributed_type).rpartition(".")[2] == KINDS[name]
    assert config.mixed_precision == "no"  # the recipe's to say
    assert config.use_cpu is False


@pytest.mark.parametrize("name", KINDS)
def test_the_launcher_makes_the_environment_of_it_that_training_counts_on(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ``accelerate launch`` would set, up to the start of the processes."""
    pytest.importorskip("accelerate")
    from accelerate.commands.launch import _validate_launch_command, launch_command_parser
    from accelerate.utils import launch as making

    monkeypatch.setattr("accelerate.commands.launch.is_deepspeed_available", lambda: True)
    monkeypatch.setattr("accelerate.commands.launch.torch.cuda.device_count", lambda: 4)
    command = ["--config_file", str(FOLDER / name), "-m", "meit_core.cli", "train"]
    arguments, _, _ = _validate_launch_command(launch_command_parser().parse_args(command))
    if name == "deepspeed_zero3.yaml":
        arguments.deepspeed_fields_from_accelerate_config = ""  # for DeepSpeed files of one's own
        _, environment = making.prepare_deepspeed_cmd_env(arguments)
        assert environment["ACCELERATE_USE_DEEPSPEED"] == "true"
        assert environment["ACCELERATE_DEEPSPEED_ZERO_STAGE"] == "3"
        assert environment["ACCELERATE_DEEPSPEED_ZERO3_SAVE_16BIT_MODEL"] == "true"
        assert environment["ACCELERATE_DEEPSPEED_ZERO3_INIT"] == "false"
    elif name == "single_gpu.yaml":
        _, environment = making.prepare_simple_launcher_cmd_env(arguments)
    else:
        environment = making.prepare_multi_gpu_env(arguments)
    assert environment["ACCELERATE_MIXED_PRECISION"] == "no"
    if name == "fsdp.yaml":
        assert environment["ACCELERATE_USE_FSDP"] == "true"
        assert environment["FSDP_VERSION"] == "2"
        assert environment["FSDP_AUTO_WRAP_POLICY"] == "TRANSFORMER_BASED_WRAP"
        assert environment["FSDP_CPU_RAM_EFFICIENT_LOADING"] == "false"


def test_a_page_says_how_to_launch() -> None:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "-m meit_core.cli train" in page
    assert Path(FOLDER.parent / "meit-paper.toml").is_file()
