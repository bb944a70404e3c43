"""The one thing that pyproject.toml cannot say: all packages found, and one that lies elsewhere.

`packages.find` does not combine with the mapping of the top-level resources/ into the package, and
a list by hand forgets the next folder without a word.
"""

from setuptools import find_namespace_packages, find_packages, setup

folders = ["factcheck.resources"]
folders += [f"factcheck.resources.{name}" for name in find_namespace_packages("resources")]

setup(
    packages=find_packages(include=["factcheck", "factcheck.*"]) + folders,
    package_dir={"factcheck.resources": "resources"},
    package_data={folder: ["*"] for folder in folders},
)
